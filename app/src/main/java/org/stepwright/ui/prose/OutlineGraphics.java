package org.stepwright.ui.prose;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Collects what is drawn as one outline, so that it takes its colour and size from style sheets.
 * Colours and pictures are not kept.
 */
final class OutlineGraphics extends FlatGraphics {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private AffineTransform at = new AffineTransform();
    private Font font = new Font(Font.SERIF, Font.PLAIN, 12);
    private Stroke stroke = new BasicStroke(1);
    private Color color = Color.BLACK;

    @Override
    public void fill(Shape shape) {
        path.append(shape.getPathIterator(at), false);
    }

    @Override
    public void draw(Shape shape) {
        fill(stroke.createStrokedShape(shape));
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(EXACT, text), x, y);
    }

    @Override
    public void drawChars(char[] data, int offset, int length, int x, int y) {
        drawString(new String(data, offset, length), x, y);
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void drawRoundRect(int x, int y, int w, int h, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, w, h, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int w, int h, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, w, h, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
    }

    @Override
    public void transform(AffineTransform next) {
        at.concatenate(next);
    }

    @Override
    public void setTransform(AffineTransform next) {
        at = new AffineTransform(next);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(at);
    }

    @Override
    public void setFont(Font next) {
        font = next;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return EXACT;
    }

    @Override
    public FontMetrics getFontMetrics(Font of) {
        throw new UnsupportedOperationException("Outlines have no font metrics.");
    }

    @Override
    public void setStroke(Stroke next) {
        stroke = next;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setColor(Color next) {
        color = next;
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public Rectangle getClipBounds() {
        Rectangle2D all = path.getBounds2D();
        return all.getBounds();
    }

    /** What was drawn, with a tenth of a unit of precision; empty when longer than a limit. */
    String svgPath(int limit) {
        StringBuilder svg = new StringBuilder();
        double[] p = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(p);
            svg.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : kind <= 1 ? 2 : kind * 2;
            for (int k = 0; k < numbers; k++) {
                number(p[k], svg);
            }
            if (svg.length() > limit) {
                return "";
            }
        }
        return svg.toString();
    }

    private static void number(double value, StringBuilder svg) {
        long tenths = Math.round(value * 10);
        svg.append(' ');
        if (tenths < 0) {
            svg.append('-');
        }
        svg.append(Math.abs(tenths) / 10);
        if (tenths % 10 != 0) {
            svg.append('.').append(Math.abs(tenths % 10));
        }
    }
}
