package org.stepwright.ui.prose;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/**
 * A formula on a line of text: as large as the text around it, on its baseline, in its colour. Too
 * wide for its line it becomes smaller; where that would make it unreadable, and where it cannot be
 * typeset, it stands as it was written.
 */
final class FormulaView extends Region {
    /** The letters of the formula font are smaller than those of the text for the same size. */
    private static final double FONT = 1.2;

    private static final double SMALLEST = 0.5;

    private static final CssMetaData<FormulaView, Font> FONT_META =
            new FontCssMetaData<>("-fx-font", Font.getDefault()) {
                @Override
                public boolean isSettable(FormulaView node) {
                    return !node.font.isBound();
                }

                @Override
                public StyleableProperty<Font> getStyleableProperty(FormulaView node) {
                    return node.font;
                }
            };

    private final StyleableObjectProperty<Font> font =
            new StyleableObjectProperty<>(Font.getDefault()) {
                @Override
                protected void invalidated() {
                    fit();
                }

                @Override
                public Object getBean() {
                    return FormulaView.this;
                }

                @Override
                public String getName() {
                    return "font";
                }

                @Override
                public CssMetaData<FormulaView, Font> getCssMetaData() {
                    return FONT_META;
                }
            };

    private final Formula formula;
    private final SVGPath outline = new SVGPath();
    private final Scale scale = new Scale(1, 1);
    private final Text words = new Text();
    private FormulaShape shape;
    private double limit = Double.MAX_VALUE;

    /**
     * @param shape its outline, or null while it is being made
     */
    FormulaView(Formula formula, FormulaShape shape) {
        this.formula = formula;
        getStyleClass().add(formula.display() ? "formula-display" : "formula");
        outline.getStyleClass().add("formula-outline");
        outline.getTransforms().add(scale);
        outline.setManaged(false);
        words.setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(MathSigns.plain(formula.latex()));
        shape(shape);
    }

    /** Shows the outline, or what was written when there is none. */
    void shape(FormulaShape made) {
        shape = made;
        if (made != null && made != FormulaShape.NONE) {
            outline.setContent(made.path());
        }
        fit();
    }

    /** Keeps it within a width. */
    void limit(double width) {
        if (width > 0 && width != limit) {
            limit = width;
            fit();
        }
    }

    private void fit() {
        if (words == null) {
            return; // still being constructed
        }
        double em = font.get().getSize() * FONT / FormulaShape.EM;
        double factor = shape == null ? 0 : Math.min(1, limit / (shape.width() * em));
        boolean drawn = shape != null && shape != FormulaShape.NONE && factor >= SMALLEST;
        if (drawn) {
            scale.setX(em * factor);
            scale.setY(em * factor);
            getChildren().setAll(outline);
        } else {
            words.getStyleClass().setAll(shape == null ? "text-math" : "text-code");
            words.setText(shape == null ? getAccessibleText() : formula.raw());
            words.setWrappingWidth(0);
            if (words.prefWidth(-1) > limit) {
                words.setWrappingWidth(limit);
            }
            getChildren().setAll(words);
        }
        requestLayout();
    }

    private boolean drawn() {
        return getChildren().contains(outline);
    }

    @Override
    protected double computePrefWidth(double height) {
        return drawn() ? shape.width() * scale.getX() : words.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return drawn() ? shape.height() * scale.getY() : words.getLayoutBounds().getHeight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        return drawn()
                ? (shape.height() - shape.depth()) * scale.getY()
                : words.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        if (!drawn()) {
            words.relocate(0, 0);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.add(FONT_META);
        return all;
    }
}
