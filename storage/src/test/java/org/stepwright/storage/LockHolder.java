package org.stepwright.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Scanner;

/** Another program that locks a workspace until it is told to let go. */
final class LockHolder {
    private LockHolder() {}

    /**
     * @param args the workspace
     * @throws SQLException when it cannot be locked
     */
    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN EXCLUSIVE");
            System.out.println("held");
            new Scanner(System.in).nextLine();
            statement.executeUpdate("ROLLBACK");
        }
    }
}
