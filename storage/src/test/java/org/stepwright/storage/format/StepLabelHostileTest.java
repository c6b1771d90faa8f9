package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;

/** Rows of step labels that are damaged or mean harm cost themselves, with a reason. */
class StepLabelHostileTest {
    private static final String CHAIN =
            "{'question':'q','chain_of_thoughts':[{'steps':['a'],'labels':%s,'augs':%s}]}";

    private static String reason(String format, String row) {
        Reading reading = Reading.of(format, row.replace('\'', '"'));
        assertThat(reading.rows).isEmpty();
        assertThat(reading.rejects).hasSize(1);
        return reading.rejects.get(0).substring("1: ".length());
    }

    private static LabelledTrace only(String format, String row) {
        return Reading.of(format, row.replace('\'', '"')).only();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openrlhf|{'input':'q Step 1: a ки','value':['+','-']}|2 labels for 1 tags",
                "openrlhf|{'input':'q Step 1: a ки','value':[]}|0 labels for 1 tags",
                "openrlhf|{'input':'q a ки','value':['+']}|no \"Step 1:\"",
                "openrlhf|{'input':'q Step 1: a ки b','value':['+']}|behind the last tag",
                "openrlhf|{'input':'q Step 1: a ки','value':['?']}|label 1 is \"?\"",
                "openrlhf|{'input':'q Step 1: a ки','value':[null]}|label 1 is null",
                "openrlhf|{'input':'q Step 1: a ки','value':[[1]]}|label 1 is [1]",
                "openrlhf|{'input':'q Step 1: a ки','value':[1.5]}|label 1 is 1.5",
                "openrlhf|{'input':'q Step 1: a ки','value':[1e999]}|not a number from 0 to 1",
                "openrlhf|{'input':'q Step 1: a ки','value':[2]}|label 1 is 2",
                "openrlhf|{'input':'q Step 1: a ки\\n"
                        + "Step 2: b ки','value':[0.5,'+']}|others are not",
                "openrlhf|{'input':7,'value':['+']}|\"input\" is a number",
                "openr|{'question':'q','process':'a ки','label':'+'}|\"label\" is a text",
                "openr|{'question':'q','process':'a','labels':[1]}|1 labels for 0 tags",
                "rlhflow|{'conversations':[]}|no steps",
                "rlhflow|{'conversations':[{'role':'user','content':'Step 1: a'}]}|no steps",
                "rlhflow|{'conversations':[{'role':'assistant','content':'+'},"
                        + "{'role':'user','content':'a'}]}|message 1 is not the user's",
                "rlhflow|{'conversations':[{'role':'user','content':'Step 1: a'},"
                        + "{'role':'assistant','content':'yes'}]}|label 1 is \"yes\"",
                "rlhflow|{'conversations':[{'role':'user','content':'q a'},"
                        + "{'role':'assistant','content':'+'}]}|no \"Step 1:\"",
                "rlhflow|{'conversations':['a','b']}|not an object",
                "math-aps|{'question':'q','reasoning_steps':[]}|no steps",
                "math-aps|{'question':'q','reasoning_steps':7}|not an object",
                "math-aps|{'question':'q','reasoning_steps':[{'solution_prefix':'q',"
                        + "'mc_value':0.5}]}|no steps",
                "math-aps|{'question':'q','reasoning_steps':[{'solution_prefix':'a',"
                        + "'mc_value':0.5}]}|does not begin with the question",
                "math-aps|{'question':'q','reasoning_steps':[{'solution_prefix':'q a',"
                        + "'mc_value':-0.5}]}|an mc_value is -0.5",
                "math-aps|{'question':'q','reasoning_steps':[{'solution_prefix':'q a',"
                        + "'mc_value':'0.5'}]}|an mc_value is \"0.5\"",
                "math-aps|{'question':'q','reasoning_steps':{'text':'q','children':7}}|not a list",
                "math-aps|{'question':'q','reasoning_steps':{'text':'q','children':[7]}}|an object",
                "bigbench-mistake|{'input':'q','steps':['a']}|\"mistake_index\" is missing",
                "bigbench-mistake|{'input':'q','steps':['a'],'mistake_index':1}|none of the steps",
                "bigbench-mistake|{'input':'q','steps':['a'],'mistake_index':-1}|none of the steps",
                "bigbench-mistake|{'input':'q','steps':['a'],'mistake_index':'0'}|whole number",
                "bigbench-mistake|{'input':'q','steps':[],'mistake_index':null}|no steps",
                "bigbench-mistake|{'input':'q','steps':['a'],'mistake_index':99999999999}|whole",
                "who-and-when|{'question':'q','history':[],'mistake_step':'0'}|no steps",
                "who-and-when|{'question':'q','history':[{'name':'n','content':'a'}]}|does not say",
                "who-and-when|{'question':'q','history':[{'name':'n','content':'a'}],"
                        + "'mistake_step':'-1'}|does not say",
                "who-and-when|{'question':'q','history':[{'name':'n','content':'a'}],"
                        + "'mistake_step':'٠'}|does not say",
                "who-and-when|{'question':'q','history':[{'name':'n','content':'a'}],"
                        + "'mistake_step':'1'}|points past the last step",
                "who-and-when|{'question':'q','history':[{'content':'a'}],"
                        + "'mistake_step':'0'}|\"role\" is missing",
                "qwen-eval|{'question':'q','gt':'1','code':[]}|0 answers",
                "qwen-eval|{'question':'q','gt':'1','code':['']}|answer 1 is empty",
                "qwen-eval|{'question':'q','gt':'1','code':['a'],'score':[]}|0 items for 1 answers",
                "qwen-eval|{'question':'q','gt':'1','code':['a'],'score':['yes']}|a score is",
                "qwen-eval|{'question':'q','gt':'1','code':['a'],'pred_score':[['x']]}|pred_score",
                "qwen-eval|{'question':'q','gt':'1','code':['a'],'pred_score':[1e999]}|pred_score",
                "gsm8k|{'question':'q','answer':'a'}|no final answer",
                "gsm8k|{'question':'q','answer':'a\\n####'}|no final answer",
                "gsm8k|{'question':'q','answer':'#### 1'}|no steps",
                "gsm8k|{'question':'q','answer':null}|\"answer\" is missing"
            })
    void aBadRowSaysWhy(String format, String row, String why) {
        assertThat(reason(format, row)).contains(why);
    }

    @Test
    void versaPrmSaysWhatIsWrongWithAChain() {
        assertThat(reason("versaprm", CHAIN.formatted("[1,1]", "[]"))).contains("2 labels for 1");
        assertThat(reason("versaprm", CHAIN.formatted("[2]", "[]"))).contains("label 1 is 2");
        assertThat(reason("versaprm", CHAIN.formatted("[1.0]", "[]"))).contains("label 1 is 1.0");
        String aug = "[{'aug_step':'x','aug_idx':%s,'aug_type':1}]";
        assertThat(reason("versaprm", CHAIN.formatted("[1]", aug.formatted("2"))))
                .contains("aug_idx 2 is none of the steps");
        assertThat(reason("versaprm", CHAIN.formatted("[1]", aug.formatted("-1"))))
                .contains("aug_idx -1");
        assertThat(reason("versaprm", "{'question':'q','chain_of_thoughts':[]}"))
                .contains("0 chains");
        assertThat(
                        reason(
                                "versaprm",
                                "{'question':'q','chain_of_thoughts':"
                                        + "[{'steps':[],'labels':[],'augs':[]}]}"))
                .contains("no steps");
    }

    /** All traces of a row go in or none: half a row would pass for the whole. */
    @Test
    void oneBadChainCostsItsRowAndNothingElse() {
        String chain = "{\"steps\":[\"%s\"],\"labels\":[%s]}";
        String row = "{\"question\":\"q\",\"chain_of_thoughts\":[%s,%s]}\n";
        String good = row.formatted(chain.formatted("a", "1"), chain.formatted("b", "-1"));
        String bad = row.formatted(chain.formatted("c", "1"), chain.formatted("d", "7"));
        Reading reading = Reading.of("versaprm", good + bad + good);
        assertThat(reading.rows).hasSize(4);
        assertThat(reading.lines).containsExactly(1L, 1L, 3L, 3L);
        assertThat(reading.rejects).containsExactly("2: label 1 is 7, not -1, 0 or 1");
    }

    @Test
    void softLabelsAreSuggestionsAndHardOnesLabels() {
        LabelledTrace soft =
                only("openrlhf", "{'input':'q Step 1: a ки\\nStep 2: b ки','value':[0.25,1.0]}");
        assertThat(soft.labels()).isEmpty();
        assertThat(soft.suggestions()).extracting(Suggestion::reward).containsExactly(0.25, 1.0);
        LabelledTrace hard =
                only("openrlhf", "{'input':'q Step 1: a ки\\nStep 2: b ки','value':[0,1]}");
        assertThat(hard.suggestions()).isEmpty();
        assertThat(hard.labels())
                .extracting(l -> l.verdict())
                .containsExactly(Verdict.WRONG, Verdict.CORRECT);
        LabelledTrace marked =
                only(
                        "openrlhf",
                        "{'input':'q Step 1: a ки','value':['+'],'label_source':'human+rollout'}");
        assertThat(marked.labels().get(0).source()).isEqualTo(LabelSource.ROLLOUT);
    }

    @Test
    void tagsInsideWordsAreCutOnlyWhereNothingElseFits() {
        LabelledTrace inside =
                only("openr", "{'question':'q','process':'руки ки\\nреки ки','labels':[1,0]}");
        assertThat(inside.trace().stepTexts()).containsExactly("руки", "реки");
        LabelledTrace glued = only("openr", "{'question':'q','process':'aкиbки','labels':[1,0]}");
        assertThat(glued.trace().stepTexts()).containsExactly("a", "b");
    }

    /** Ten thousand prefixes that share a long beginning, in an order that is no help. */
    @Test
    void aLongChainOfPrefixesIsReadInOnePass() {
        String text = "x ".repeat(9_990);
        String prefixes =
                IntStream.range(1, 600)
                        .mapToObj(i -> i * 7 % 599 + 1)
                        .map(
                                i ->
                                        "{\"solution_prefix\":\"q "
                                                + text.substring(0, 20 * i - 1)
                                                + "\",\"mc_value\":0.5}")
                        .collect(Collectors.joining(","));
        Reading reading =
                Reading.of(
                        "math-aps", "{\"question\":\"q\",\"reasoning_steps\":[" + prefixes + "]}");
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.rows).hasSize(1);
        assertThat(reading.rows.get(0).trace().steps()).hasSize(599);
    }

    /** A long beginning under many ends would be as many copies of it. */
    @Test
    void aTreeThatWouldNotFitIntoMemoryIsRefused() {
        String ends =
                IntStream.range(0, 9_000)
                        .mapToObj(i -> "{\"text\":\"" + i + "\",\"mc_value\":1}")
                        .collect(Collectors.joining(","));
        String row =
                "{\"question\":\"q\",\"reasoning_steps\":{\"text\":\"q\",\"children\":[{\"text\":\""
                        + "a".repeat(100_000)
                        + "\",\"children\":["
                        + ends
                        + "]}]}}";
        assertThat(Reading.of("math-aps", row).rejects)
                .containsExactly("1: the ways through this tree hold too many steps or characters");
    }

    @Test
    void theSameTextTwiceIsOneNodeWithTheMeanOfItsValues() {
        LabelledTrace row =
                only(
                        "math-aps",
                        "{'question':'q','reasoning_steps':{'text':'q','mc_value':0.5,'children':"
                                + "[{'text':'a','mc_value':0.25},{'text':'a ','mc_value':0.75}]}}");
        assertThat(row.suggestions()).extracting(Suggestion::reward).containsExactly(0.5);
        assertThat(row.trace().metadata()).containsEntry("math-aps.question_value", "0.5");
    }

    /** Who&When's second half: speakers are roles, some with what the agent was doing. */
    @Test
    void speakersOfHandMadeSystemsAreTheirRoles() {
        String row =
                "{'is_corrected':false,'question':'q','groundtruth':'1','history':["
                        + "{'content':'a','name':null,'role':'human'},"
                        + "{'content':'b','name':null,'role':'Orchestrator (thought)'}],"
                        + "'mistake_agent':'Orchestrator','mistake_step':'1','mistake_reason':'r'}";
        LabelledTrace read = only("who-and-when", row);
        assertThat(read.trace().stepTexts())
                .containsExactly("human: a", "Orchestrator (thought): b");
        assertThat(read.trace().reference()).isEqualTo("1");
        assertThat(read.trace().metadata()).doesNotContainKey("who-and-when.speaker_at_mistake");
        assertThat(read.labels()).extracting(l -> l.comment()).containsExactly("", "r");
    }

    @Test
    void aNoteWithoutAnEndStays() {
        LabelledTrace row = only("gsm8k", "{'question':'q','answer':'1<<1=1>>1 <<open\\n#### 1'}");
        assertThat(row.trace().stepTexts()).containsExactly("11 <<open");
    }

    /** Rows in which everything is as long as it may be, for readers that search and cut. */
    @Test
    void longTextsOfWhatIsSearchedForAreReadAtOnce() {
        String tags = "ки ".repeat(300_000);
        assertThat(reason("openr", "{'question':'q','process':'" + tags + "','labels':[1]}"))
                .contains("1 labels for 300000 tags");
        String firsts = "Step 1: ".repeat(300_000);
        LabelledTrace row = only("openrlhf", "{'input':'" + firsts + "a ки','value':['+']}");
        assertThat(row.trace().stepTexts()).containsExactly("Step 1: a");
        String notes = "<<".repeat(500_000);
        assertThat(only("gsm8k", "{'question':'q','answer':'" + notes + "\\n#### 1'}").trace())
                .isNotNull();
        assertThat(List.of(StepTags.holdsTag(tags), StepTags.holdsTag("руки".repeat(100_000))))
                .containsExactly(true, false);
    }
}
