package org.stepwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PicturesTest {
    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Property(tries = 100)
    void aStepStripIsWellFormedWhateverTheStepsSay(@ForAll List<String> texts) throws Exception {
        List<StepStrip.Cell> cells = texts.stream().map(t -> new StepStrip.Cell(t, 0.5)).toList();
        Document svg = parse(StepStrip.of("<script>&\"'", cells, 0.4).svg());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void theFirstStepUnderTheThresholdIsFramedAndNamed() {
        Picture picture =
                StepStrip.of(
                        "Answer",
                        List.of(
                                new StepStrip.Cell("fine", 0.9),
                                new StepStrip.Cell("wrong", 0.1),
                                new StepStrip.Cell("wrong again", 0.05)),
                        0.4);
        assertThat(picture.caption()).contains("Step 2 is the first under");
        assertThat(picture.svg().split("class=\"sw-mark\"", -1)).hasSize(2);
    }

    @Test
    void barsKeepUnknownValuesAndIntervals() throws Exception {
        double none = Double.NaN;
        Picture picture =
                BarChart.of(
                        "f1",
                        "F1",
                        "F1 in percent.",
                        List.of(
                                new BarChart.Bar("model", 42.5, 30, 55, true),
                                new BarChart.Bar("unknown", none, none, none, false),
                                new BarChart.Bar("beyond", 140, none, none, false)));
        Document svg = parse(picture.svg());
        assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(6);
        assertThat(picture.svg()).contains("42.5 [30, 55]").doesNotContain("NaN");
    }

    @Test
    void reliabilityDrawsOneDotABinThatIsNotEmpty() throws Exception {
        Picture picture =
                ReliabilityDiagram.of(
                        List.of(
                                new ReliabilityDiagram.Bin(0.9, 0.8, 10),
                                new ReliabilityDiagram.Bin(0.1, 0.2, 5),
                                new ReliabilityDiagram.Bin(Double.NaN, Double.NaN, 0)),
                        0.123);
        assertThat(parse(picture.svg()).getElementsByTagName("circle").getLength()).isEqualTo(2);
        assertThat(picture.caption()).contains("15 held-out steps").contains("0.123");
    }

    @Test
    void numbersAreWrittenTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Markup.number(1.5, 2)).isEqualTo("1.50");
            assertThat(Markup.at(1.25)).isEqualTo("1.3");
            assertThat(Markup.at(2)).isEqualTo("2");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aPageHoldsEverythingItselfAndEscapesText() {
        String html =
                new HtmlPage("Title <b>", "Lead & more")
                        .heading("Head")
                        .note("Note")
                        .paragraph("</p><script>alert(1)</script>")
                        .list(List.of("one"))
                        .table("Table", List.of(List.of("a", "b"), List.of("x", "1")))
                        .picture(StepStrip.of("Answer", List.of(), 0.5))
                        .html();
        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("lang=\"en\"", "Title &lt;b&gt;", "<th scope=\"row\" class=\"t\">x</th>")
                // Words to the left, numbers to the right, as their headings.
                .contains("<th scope=\"col\">b</th>", "<td>1</td>")
                .contains("prefers-color-scheme:dark", "<figcaption>")
                .doesNotContain("<script", "<link", "src=", "@import");
    }
}
