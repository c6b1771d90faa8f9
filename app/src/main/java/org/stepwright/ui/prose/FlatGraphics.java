package org.stepwright.ui.prose;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/** The parts of a graphics context that mean nothing to an outline: pictures, paints, clips. */
abstract class FlatGraphics extends Graphics2D {
    private final RenderingHints hints = new RenderingHints(Map.of());

    @Override
    public void translate(double x, double y) {
        transform(AffineTransform.getTranslateInstance(x, y));
    }

    @Override
    public void translate(int x, int y) {
        translate((double) x, (double) y);
    }

    @Override
    public void rotate(double theta) {
        transform(AffineTransform.getRotateInstance(theta));
    }

    @Override
    public void rotate(double theta, double x, double y) {
        transform(AffineTransform.getRotateInstance(theta, x, y));
    }

    @Override
    public void scale(double x, double y) {
        transform(AffineTransform.getScaleInstance(x, y));
    }

    @Override
    public void shear(double x, double y) {
        transform(AffineTransform.getShearInstance(x, y));
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        StringBuilder plain = new StringBuilder();
        for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
            plain.append(c);
        }
        drawString(plain.toString(), x, y);
    }

    @Override
    public void drawPolyline(int[] x, int[] y, int points) {
        for (int i = 1; i < points; i++) {
            drawLine(x[i - 1], y[i - 1], x[i], y[i]);
        }
    }

    @Override
    public void drawPolygon(int[] x, int[] y, int points) {
        draw(new Polygon(x, y, points));
    }

    @Override
    public void fillPolygon(int[] x, int[] y, int points) {
        fill(new Polygon(x, y, points));
    }

    @Override
    public Graphics create() {
        return this;
    }

    @Override
    public void dispose() {
        // holds nothing
    }

    @Override
    public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
        return true;
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        // an outline is exact
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return null;
    }

    @Override
    public void setRenderingHints(Map<?, ?> next) {
        // an outline is exact
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        // an outline is exact
    }

    @Override
    public RenderingHints getRenderingHints() {
        return hints;
    }

    @Override
    public void setComposite(Composite composite) {
        // one colour only
    }

    @Override
    public Composite getComposite() {
        return null;
    }

    @Override
    public void setPaint(Paint paint) {
        // one colour only
    }

    @Override
    public Paint getPaint() {
        return Color.BLACK;
    }

    @Override
    public void setBackground(Color background) {
        // none
    }

    @Override
    public Color getBackground() {
        return Color.WHITE;
    }

    @Override
    public void setPaintMode() {
        // one colour only
    }

    @Override
    public void setXORMode(Color other) {
        // one colour only
    }

    @Override
    public void clip(Shape shape) {
        // nothing is cut off
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        // nothing is cut off
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        // nothing is cut off
    }

    @Override
    public void setClip(Shape shape) {
        // nothing is cut off
    }

    @Override
    public Shape getClip() {
        return null;
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        // nothing to copy
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        // nothing to clear
    }

    @Override
    public java.awt.FontMetrics getFontMetrics() {
        return getFontMetrics(getFont());
    }

    @Override
    public boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
        return true;
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
        // no pictures
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {
        // no pictures
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform at) {
        // no pictures
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int w, int h, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color back, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int w, int h, Color back, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            Color back,
            ImageObserver observer) {
        return true;
    }

    @Override
    public abstract Font getFont();
}
