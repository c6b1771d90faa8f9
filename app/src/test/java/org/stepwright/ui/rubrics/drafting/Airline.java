package org.stepwright.ui.rubrics.drafting;

import java.util.List;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;

/** A small rubric, and what a model answers to make it better. */
final class Airline {
    /** One stage is called otherwise, one goes with its criterion, one with a criterion is new. */
    static final String BETTER =
            """
            {"title":"Airline agent","description":"","aggregation":"min","error_kinds":[],
             "every_step":[],
             "stages":[
              {"id":"identify","title":"Find out who it is","description":"","required":true,
               "repeatable":false,"match":["user id"],"criteria":[
                 {"id":"asks","title":"Asks for the user id","guidance":"","judged":"verifiable",
                  "weight":1,"gate":false,"scale":{"kind":"binary","min":0,"max":1,"levels":[
                   {"value":0,"name":"no","anchor":"Acts without an id.","example":""},
                   {"value":1,"name":"yes","anchor":"Has the id.","example":""}]},
                  "verifier":{"name":"none","options":[]}}]},
              {"id":"act","title":"Act","description":"Acts after a yes.","required":true,
               "repeatable":true,"match":["book_reservation"],"criteria":[
                 {"id":"consent","title":"Explicit consent","guidance":"The user has said yes.",
                  "judged":"verifiable","weight":3,"gate":true,
                  "scale":{"kind":"binary","min":0,"max":1,"levels":[
                   {"value":0,"name":"no","anchor":"Acts unasked.","example":"[book]"},
                   {"value":1,"name":"yes","anchor":"The user said yes.","example":"Yes."}]},
                  "verifier":{"name":"none","options":[]}}]}]}
            """;

    static final String EXAMPLES =
            """
            {"levels":[{"value":0,"example":"[cancel_reservation EHGLP3]"},
                       {"value":1,"example":"May I have your user id?"}]}
            """;

    private Airline() {}

    static Rubric rubric() {
        return new Rubric(
                "airline",
                "Airline agent",
                "",
                List.of(
                        stage("identify", "Identify the user", "asks", "Asks for the user id"),
                        stage("small-talk", "Small talk", "polite", "Is polite")),
                List.of(),
                Aggregation.MIN,
                List.of());
    }

    private static Stage stage(String id, String title, String criterion, String asks) {
        Scale scale =
                new Scale(
                        Scale.Kind.BINARY,
                        0,
                        1,
                        List.of(
                                new Scale.Level(0, "no", "Acts without an id.", ""),
                                new Scale.Level(1, "yes", "Has the id.", "")));
        return new Stage(
                id,
                title,
                "",
                true,
                false,
                List.of("user id"),
                List.of(
                        new Criterion(
                                criterion,
                                asks,
                                "",
                                scale,
                                1,
                                false,
                                Criterion.Judged.VERIFIABLE,
                                null)));
    }
}
