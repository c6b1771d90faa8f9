package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;

/** No format takes another's file, in any layout that the file may have. */
class SniffTest {
    @TempDir Path dir;

    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("generic", "{'id':'1','problem':'p','steps':['a'],'labels':[true]}");
        ROWS.put("processbench", "{'id':'1','problem':'p','steps':['a'],'label':-1}");
        ROWS.put("trl", "{'prompt':'p','completions':['a'],'labels':[true]}");
        ROWS.put("math-shepherd", "{'input':'p Step 1: a ки','label':'p Step 1: a +','task':'t'}");
        ROWS.put("openrlhf", "{'input':'p Step 1: a ки','value':['+']}");
        ROWS.put(
                "rlhflow",
                "{'conversations':[{'role':'user','content':'p Step 1: a'},"
                        + "{'role':'assistant','content':'+'}]}");
        ROWS.put("openr", "{'question':'p','process':'Step 1: a ки','label':['+']}");
        ROWS.put(
                "math-aps",
                "{'question':'p','final_answer':'1','reasoning_steps':"
                        + "[{'solution_prefix':'p\\na','mc_value':0.5}]}");
        ROWS.put(
                "versaprm",
                "{'question':'p','answer':'1','chain_of_thoughts':"
                        + "[{'steps':['a'],'labels':[1],'augs':[]}]}");
        ROWS.put(
                "bigbench-mistake",
                "{'input':'p','steps':['a'],'target':'1','answer':'1','mistake_index':null}");
        ROWS.put(
                "who-and-when",
                "{'question':'p','history':[{'content':'a','name':'n','role':'user'}],"
                        + "'mistake_step':'0','mistake_agent':'n'}");
        ROWS.put(
                "qwen-eval",
                "{'idx':0,'question':'p','gt':'1','code':['a'],'history':[],'score':[true],"
                        + "'answer':'1','pred_score':[[0.5]]}");
        ROWS.put("gsm8k", "{'question':'p','answer':'a\\n#### 1'}");
        ROWS.put(
                "prmbench",
                "{'idx':'1','question':'p','modified_process':['a'],'error_steps':[1]}");
        ROWS.put(
                "prm800k",
                "{'labeler':'l','question':{'problem':'p'},'label':{'steps':[{'completions':"
                        + "[{'text':'a','rating':1}],'chosen_completion':0}]}}");
        ROWS.put(
                "mr-ben",
                "{'Question_UUID':'1','Question':'p','Model_Solution_Steps':['a'],"
                        + "'Model_Solution_First_Error_Step':'1'}");
        ROWS.put(
                "chat",
                "{'messages':[{'role':'user','content':'p'},"
                        + "{'role':'assistant','content':'a'}]}");
    }

    /** A row of each format, to be damaged. */
    static List<byte[]> seeds() {
        return ROWS.keySet().stream()
                .map(f -> row(f).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static String row(String format) {
        return ROWS.get(format).replace('\'', '"');
    }

    private String told(String text) throws IOException {
        Path file = Files.writeString(dir.resolve("data.txt"), text);
        return LabelFiles.tell(file, LabelFiles.AUTO).map(LabelFormat::name).orElse("none");
    }

    @Test
    void everyFormatIsToldInEveryLayout() throws IOException {
        for (String format : ROWS.keySet()) {
            String row = row(format);
            assertThat(told(row)).isEqualTo(format);
            assertThat(told(row + "\n" + row + "\n")).isEqualTo(format);
            assertThat(told("[\n  " + row + ",\n  " + row + "\n]")).isEqualTo(format);
            String pretty = Json.parse(row).toPrettyString();
            assertThat(told(pretty)).isEqualTo(format);
            assertThat(told("\uFEFF" + row)).isEqualTo(format);
            assertThat(told("{damaged\n" + row)).isEqualTo(format);
        }
    }

    /** The heads of files that hold traces without labels, and of annotation tools. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "otel", "{'resourceSpans':[]}",
                    "langfuse", "{'observations':[],'scores':[]}",
                    "langsmith", "{'id':'1','run_type':'chain','inputs':{},'outputs':{}}",
                    "label-studio", "{'id':1,'data':{},'annotations':[],'predictions':[]}",
                    "argilla", "{'id':'1','fields':{},'suggestions':{},'responses':{}}");

    /** So the order of the list does not matter, except that the generic form takes the rest. */
    @Test
    void onlyOneFormatTakesAFileForItsOwn() {
        Map<String, String> all = new LinkedHashMap<>(OTHERS);
        all.putAll(ROWS);
        all.forEach(
                (format, row) -> {
                    List<String> takers =
                            LabelFiles.formats().stream()
                                    .filter(f -> !f.equals("generic") && !f.equals("csv"))
                                    .filter(f -> sniffs(f, row))
                                    .toList();
                    assertThat(takers)
                            .as(row)
                            .isEqualTo(format.equals("generic") ? List.of() : List.of(format));
                });
    }

    private static boolean sniffs(String format, String row) {
        return LabelFiles.format(format).sniff(row.replace('\'', '"'), "data.txt");
    }

    @Test
    void whatIsToldCanBeRead() {
        for (String format : ROWS.keySet()) {
            Reading reading = Reading.of(format, row(format));
            assertThat(reading.rejects).as(format).isEmpty();
            assertThat(reading.rows).as(format).hasSize(1);
        }
    }

    /** The rows that we write tell their format, too, with the facts of the export in them. */
    @Test
    void whatIsWrittenIsToldAsWhatItIs() throws IOException {
        LabelledTrace row = StepLabelRoundTripTest.correct("p", "a");
        for (String format : LabelFiles.writableFormats()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (LabelWriter.Rows rows =
                    LabelFiles.format(format).writer().orElseThrow().open(out)) {
                rows.write(row, new LabelWriter.RowFacts("train", NeutralPolicy.WRONG));
            }
            Path file = dir.resolve("out");
            Files.write(file, out.toByteArray());
            assertThat(LabelFiles.tell(file, LabelFiles.AUTO).map(LabelFormat::name))
                    .contains(format);
        }
    }

    @Test
    void everyFormatRefusesTheRowsOfTheOthersInsteadOfGuessing() {
        for (String format : ROWS.keySet()) {
            for (String other : ROWS.keySet()) {
                // The generic form reads what has its names; ProcessBench's label is not one.
                if (!format.equals(other) && !List.of("generic").contains(format)) {
                    Reading reading = Reading.of(format, row(other));
                    assertThat(reading.rows).as("%s read as %s", other, format).isEmpty();
                    assertThat(reading.rejects).isNotEmpty();
                }
            }
        }
    }
}
