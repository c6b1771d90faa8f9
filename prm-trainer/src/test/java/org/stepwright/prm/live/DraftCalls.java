package org.stepwright.prm.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.prm.live.draft.Drafted;
import org.stepwright.prm.live.draft.RubricDrafter;
import org.stepwright.rubric.Rubric;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.verify.VerifierKind;
import org.stepwright.work.Progress;

/** What the tests of drafting share. */
abstract class DraftCalls {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String GOOD = resource("/drafts/airline-answer.json");
    static final String POLICY = "As an airline agent, you can help users cancel flights.";
    static final VerifierCatalog CATALOG = VerifierCatalog.standard();
    static final List<VerifierKind> KINDS = List.copyOf(CATALOG.kinds());

    final Calls calls = new Calls();
    final RubricDrafter drafter = new RubricDrafter(calls.models());

    static String resource(String name) {
        try (InputStream in = DraftCalls.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A whole answer with any text, in pieces. */
    static FakeServer.Reply says(Speech speech, String text) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < text.length(); i += 400) {
            pieces.add(escaped(text.substring(i, Math.min(text.length(), i + 400))));
        }
        return speech.answer(pieces.toArray(String[]::new));
    }

    static String escaped(String text) {
        try {
            String quoted = JSON.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Drafted draft(Speech speech, FakeServer server) {
        return draft(speech, server, POLICY, null);
    }

    Drafted draft(Speech speech, FakeServer server, String policy, Rubric current) {
        return drafter.draft(
                Calls.connection(speech, server.url()), policy, current, KINDS, Progress.NONE);
    }

    static JsonNode body(FakeServer server, int number) {
        try {
            return JSON.readTree(server.received().get(number).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
