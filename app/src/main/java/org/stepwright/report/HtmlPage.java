package org.stepwright.report;

import static org.stepwright.report.Markup.escape;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One self-contained HTML page: no script, no file or address outside it, readable in light and
 * dark, in print and by a screen reader.
 */
public final class HtmlPage {
    private static final String STYLE =
            ":root{color-scheme:light dark;--bg:#fff;--ink:#1b1f24;--dim:#57606a;--line:#d8dee4;"
                    + "--note:#fff6dd}"
                    + "@media(prefers-color-scheme:dark){:root{--bg:#15181c;--ink:#e6e9ed;"
                    + "--dim:#9aa4af;--line:#30363d;--note:#3a3217}}"
                    + "body{background:var(--bg);color:var(--ink);font:16px/1.5"
                    + " system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}"
                    + "h1{font-size:1.7rem;margin:0 0 .3rem}"
                    + "h2{font-size:1.2rem;margin:2.2rem 0 .6rem}"
                    + "p.lead{color:var(--dim);margin-top:0}"
                    + ".note{background:var(--note);border-left:4px solid #b8860b;"
                    + "padding:.6rem 1rem}"
                    + ".scroll{overflow-x:auto}"
                    + "table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
                    + "caption{text-align:left;color:var(--dim);padding-bottom:.4rem}"
                    + "th,td{padding:.3rem .8rem;border-bottom:1px solid var(--line);"
                    + "text-align:right;vertical-align:top}"
                    + "th.t,td.t{text-align:left}"
                    + "th:first-child{text-align:left;padding-left:0}"
                    + "figure{margin:1rem 0}figure svg{max-width:100%;height:auto}"
                    + "figcaption{color:var(--dim);max-width:48rem}";

    /** What a cell of numbers, or of an interval of them, is made of; nothing at all too. */
    private static final Pattern NUMBERS = Pattern.compile("[-\\d.,%\\[\\] ]*|NaN");

    private final String title;
    private final StringBuilder body = new StringBuilder();

    /**
     * @param title the page's title and first heading
     * @param lead what the page is, one sentence
     */
    public HtmlPage(String title, String lead) {
        this.title = title;
        element("h1", title);
        body.append("<p class=\"lead\">").append(escape(lead)).append("</p>\n");
    }

    /**
     * @param text a heading
     * @return this page
     */
    public HtmlPage heading(String text) {
        return element("h2", text);
    }

    /**
     * @param text a paragraph
     * @return this page
     */
    public HtmlPage paragraph(String text) {
        return element("p", text);
    }

    private HtmlPage element(String name, String text) {
        body.append('<').append(name).append('>').append(escape(text));
        body.append("</").append(name).append(">\n");
        return this;
    }

    /**
     * @param text a paragraph that nobody should miss
     * @return this page
     */
    public HtmlPage note(String text) {
        body.append("<p class=\"note\" role=\"note\">").append(escape(text)).append("</p>\n");
        return this;
    }

    /**
     * @param items points of a list
     * @return this page
     */
    public HtmlPage list(List<String> items) {
        body.append("<ul>\n");
        items.forEach(i -> element("li", i));
        body.append("</ul>\n");
        return this;
    }

    /**
     * @param caption what the table holds
     * @param rows rows of the same length, the first one the heading; a column of words is set to
     *     the left, one of numbers to the right
     * @return this page
     */
    public HtmlPage table(String caption, List<List<String>> rows) {
        body.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        body.append(escape(caption)).append("\"><table>\n<caption>").append(escape(caption));
        body.append("</caption>\n<thead><tr>");
        List<List<String>> cells = rows.subList(1, rows.size());
        boolean[] words = new boolean[rows.get(0).size()];
        for (int i = 0; i < words.length; i++) {
            int column = i;
            words[i] = !cells.stream().allMatch(row -> NUMBERS.matcher(row.get(column)).matches());
            cell("th scope=\"col\"", words[i], rows.get(0).get(i));
        }
        body.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : cells) {
            body.append("<tr>");
            cell("th scope=\"row\"", words[0], row.get(0));
            for (int i = 1; i < words.length; i++) {
                cell("td", words[i], row.get(i));
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    private void cell(String tag, boolean words, String text) {
        body.append('<').append(tag).append(words ? " class=\"t\">" : ">").append(escape(text));
        body.append("</").append(tag, 0, 2).append('>');
    }

    /**
     * @param picture a picture that becomes part of the page
     * @return this page
     */
    public HtmlPage picture(Picture picture) {
        body.append("<figure>\n").append(picture.svg()).append("<figcaption>");
        body.append(escape(picture.caption())).append("</figcaption>\n</figure>\n");
        return this;
    }

    /**
     * @return the page
     */
    public String html() {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>"
                + escape(title)
                + "</title>\n<style>"
                + STYLE
                + "</style>\n</head>\n<body>\n<main>\n"
                + body
                + "</main>\n</body>\n</html>\n";
    }
}
