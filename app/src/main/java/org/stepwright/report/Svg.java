package org.stepwright.report;

import static org.stepwright.report.Markup.at;
import static org.stepwright.report.Markup.escape;

/** Builds one SVG picture that reads well in light and dark and to those who cannot see it. */
final class Svg {
    /** The same in every picture, so that several may stand in one page. */
    private static final String STYLE =
            ".sw-t{font:13px system-ui,sans-serif;fill:#1b1f24}"
                    + ".sw-m{font:12px system-ui,sans-serif;fill:#57606a}"
                    + ".sw-b{font-weight:600}"
                    + ".sw-bg{fill:#ffffff}"
                    + ".sw-grid{stroke:#d8dee4;stroke-width:1}"
                    + ".sw-axis{stroke:#57606a;stroke-width:1;stroke-dasharray:4 4}"
                    + ".sw-ink{stroke:#1b1f24;stroke-width:1.5}"
                    + ".sw-a{fill:#2563c9}.sw-n{fill:#9aa4af}"
                    + ".sw-line{fill:none;stroke:#2563c9;stroke-width:1.5}"
                    + ".sw-r0{fill:#f0b49f}.sw-r1{fill:#f6d7b0}.sw-r2{fill:#e8e4da}"
                    + ".sw-r3{fill:#cfe0f5}.sw-r4{fill:#a9c9f0}"
                    + ".sw-mark{fill:none;stroke:#a3260f;stroke-width:2.5}"
                    + "@media(prefers-color-scheme:dark){"
                    + ".sw-t{fill:#e6e9ed}.sw-m{fill:#9aa4af}.sw-bg{fill:#15181c}"
                    + ".sw-grid{stroke:#30363d}.sw-axis{stroke:#9aa4af}.sw-ink{stroke:#e6e9ed}"
                    + ".sw-a{fill:#7ab0ff}.sw-n{fill:#6b7580}.sw-line{stroke:#7ab0ff}"
                    + ".sw-r0{fill:#7d2f1b}.sw-r1{fill:#6b4a1d}.sw-r2{fill:#3a3f45}"
                    + ".sw-r3{fill:#24456b}.sw-r4{fill:#1f5a99}.sw-mark{stroke:#ff9b85}}";

    private final int width;
    private final int height;
    private final String title;
    private final String description;
    private final StringBuilder body = new StringBuilder();

    /**
     * @param width in pixels
     * @param height in pixels
     * @param title what the picture is
     * @param description what it shows, for those who cannot see it
     */
    Svg(int width, int height, String title, String description) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
    }

    Svg text(double x, double y, String anchor, String style, String content) {
        body.append("<text x=\"").append(at(x)).append("\" y=\"").append(at(y));
        body.append("\" text-anchor=\"").append(anchor).append("\" class=\"").append(style);
        body.append("\">").append(escape(content)).append("</text>\n");
        return this;
    }

    Svg rect(double x, double y, double w, double h, double round, String style) {
        body.append("<rect x=\"").append(at(x)).append("\" y=\"").append(at(y));
        body.append("\" width=\"").append(at(Math.max(0, w)));
        body.append("\" height=\"").append(at(Math.max(0, h)));
        body.append("\" rx=\"").append(at(round)).append("\" class=\"").append(style);
        body.append("\"/>\n");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        body.append("<line x1=\"").append(at(x1)).append("\" y1=\"").append(at(y1));
        body.append("\" x2=\"").append(at(x2)).append("\" y2=\"").append(at(y2));
        body.append("\" class=\"").append(style).append("\"/>\n");
        return this;
    }

    Svg dot(double x, double y, double radius, String style) {
        body.append("<circle cx=\"").append(at(x)).append("\" cy=\"").append(at(y));
        body.append("\" r=\"").append(at(radius)).append("\" class=\"").append(style);
        body.append("\"/>\n");
        return this;
    }

    Svg path(String points, String style) {
        body.append("<polyline points=\"").append(escape(points)).append("\" class=\"");
        body.append(style).append("\"/>\n");
        return this;
    }

    /**
     * @return the picture as one SVG element
     */
    String element() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                + (width + " " + height)
                + "\" width=\""
                + width
                + "\" height=\""
                + height
                + "\" role=\"img\">\n<title>"
                + escape(title)
                + "</title>\n<desc>"
                + escape(description)
                + "</desc>\n<style>"
                + STYLE
                + "</style>\n<rect width=\"100%\" height=\"100%\" class=\"sw-bg\"/>\n"
                + body
                + "</svg>\n";
    }
}
