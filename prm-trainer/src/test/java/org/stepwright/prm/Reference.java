package org.stepwright.prm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/** Figures by other libraries; the script that made each lies beside it. */
public final class Reference {
    private Reference() {}

    /**
     * @param name a file under {@code reference}
     * @return its content
     * @throws IOException when it cannot be read
     */
    public static JsonNode read(String name) throws IOException {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
