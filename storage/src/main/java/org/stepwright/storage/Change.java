package org.stepwright.storage;

import java.sql.SQLException;

/** Work inside one transaction. */
interface Change<T> {
    T apply(Db db) throws SQLException;
}
