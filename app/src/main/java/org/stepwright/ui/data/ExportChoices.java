package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.FilterKey;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.export.Balance;
import org.stepwright.storage.export.Container;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.SoftSource;
import org.stepwright.trace.SplitRatios;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

/** What is chosen for an export. Used from the UI thread. */
public final class ExportChoices {
    /** The format that is chosen first. */
    private static final String FIRST_FORMAT = "trl";

    private final Messages texts;
    private final StringProperty format = new SimpleStringProperty(FIRST_FORMAT);
    private final StringProperty view = new SimpleStringProperty("");
    private final StringProperty where = new SimpleStringProperty("");
    private final StringProperty split = new SimpleStringProperty("80/10/10");
    private final StringProperty seed = new SimpleStringProperty(Long.toString(ExportOptions.SEED));
    private final StringProperty rubric = new SimpleStringProperty("");
    private final StringProperty licence = new SimpleStringProperty("");
    private final StringProperty soft = new SimpleStringProperty("none");
    private final StringProperty harden = new SimpleStringProperty("");
    private final StringProperty ratio = new SimpleStringProperty("1");
    private final ObjectProperty<NeutralPolicy> neutral =
            new SimpleObjectProperty<>(NeutralPolicy.WRONG);
    private final ObjectProperty<LabelPolicy> labels =
            new SimpleObjectProperty<>(LabelPolicy.MAJORITY);
    private final ObjectProperty<Balance.Unit> balance =
            new SimpleObjectProperty<>(Balance.Unit.NONE);
    private final BooleanProperty kit = new SimpleBooleanProperty(true);
    private final BooleanProperty parquet = new SimpleBooleanProperty();
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();

    ExportChoices(Messages texts) {
        this.texts = texts;
    }

    /** Calls the listener whenever something changes that decides what is written. */
    void onChange(Runnable changed) {
        for (StringProperty text :
                new StringProperty[] {format, view, where, split, seed, soft, harden, ratio}) {
            text.addListener((o, before, after) -> changed.run());
        }
        neutral.addListener((o, before, after) -> changed.run());
        labels.addListener((o, before, after) -> changed.run());
        balance.addListener((o, before, after) -> changed.run());
    }

    /** What is remembered for next time, by name. The filter and the folder are not. */
    Map<String, String> remembered() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("format", format.get());
        all.put("split", split.get());
        all.put("seed", seed.get());
        all.put("licence", licence.get());
        all.put("neutral", neutral.get().name());
        all.put("labels", labels.get().name());
        all.put("balance", balance.get().name());
        all.put("ratio", ratio.get());
        all.put("kit", Boolean.toString(kit.get()));
        all.put("parquet", Boolean.toString(parquet.get()));
        return all;
    }

    /** Takes what was remembered; what makes no sense any more is left as it is. */
    void recall(Map<String, String> all) {
        text(all, "split", split::set);
        text(all, "seed", seed::set);
        text(all, "licence", licence::set);
        text(all, "ratio", ratio::set);
        text(all, "kit", given -> kit.set(Boolean.parseBoolean(given)));
        text(all, "parquet", given -> parquet.set(Boolean.parseBoolean(given)));
        text(
                all,
                "format",
                given -> {
                    if (ExportFormats.names().contains(given)) {
                        format.set(given);
                    }
                });
        text(all, "neutral", given -> neutral.set(one(NeutralPolicy.values(), given, neutral)));
        text(all, "labels", given -> labels.set(one(LabelPolicy.values(), given, labels)));
        text(all, "balance", given -> balance.set(one(Balance.Unit.values(), given, balance)));
    }

    private static void text(Map<String, String> all, String name, Consumer<String> sink) {
        if (all.containsKey(name)) {
            sink.accept(all.get(name));
        }
    }

    private static <E extends Enum<E>> E one(E[] values, String name, ObjectProperty<E> now) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return now.get();
    }

    /**
     * @return which traces, saved view and filter together
     * @throws WorkFailed when the filter cannot be read
     */
    TraceFilter filter() {
        TraceFilter filter = TraceFilter.parse(where.get());
        return view.get().isEmpty() ? filter : filter.with(FilterKey.VIEW, view.get());
    }

    /**
     * @param out where to write
     * @return the options as they are chosen
     * @throws WorkFailed with one plain sentence when that is not possible
     */
    ExportOptions options(Path out) {
        try {
            ExportOptions usual = ExportOptions.of(format.get(), out);
            return usual.withRubric(rubric.get())
                    .withSplit(SplitRatios.parse(split.get()))
                    .withSeed(Long.parseLong(seed.get().strip()))
                    .withWhere(filter())
                    .withNeutral(neutral.get())
                    .withLicence(
                            licence.get().isBlank()
                                    ? ExportOptions.UNKNOWN_LICENCE
                                    : licence.get().strip())
                    .withLabels(labels.get())
                    .withSoft(softSource())
                    .withBalance(new Balance(balance.get(), ratioValue()))
                    .withKit(usual.kit() && kit.get())
                    .withContainer(
                            parquet.get() && ExportFormats.hasParquet(format.get())
                                    ? Container.PARQUET
                                    : Container.JSONL);
        } catch (NumberFormatException e) {
            throw new WorkFailed(texts.text("seed.bad"), e);
        } catch (IllegalArgumentException e) {
            throw new WorkFailed(e.getMessage(), e);
        }
    }

    private SoftSource softSource() {
        SoftSource source = SoftSource.parse(soft.get());
        return source.isNone() || harden.get().isBlank()
                ? source
                : source.hardened(number(harden.get()));
    }

    private double ratioValue() {
        return balance.get() == Balance.Unit.NONE ? 1 : number(ratio.get());
    }

    /** Both a point and a comma stand before decimals; anything else is refused by its taker. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * @return the format's name
     */
    public StringProperty format() {
        return format;
    }

    /**
     * @return the saved view whose traces are taken; empty for none
     */
    public StringProperty view() {
        return view;
    }

    /**
     * @return the filter, as {@link TraceFilter#parse} reads it
     */
    public StringProperty where() {
        return where;
    }

    /**
     * @return the split, such as {@code 80/10/10}
     */
    public StringProperty split() {
        return split;
    }

    /**
     * @return the seed, a whole number
     */
    public StringProperty seed() {
        return seed;
    }

    /**
     * @return the key of the rubric version that the card prints; empty for none
     */
    public StringProperty rubric() {
        return rubric;
    }

    /**
     * @return the data set's licence; blank when it is not known
     */
    public StringProperty licence() {
        return licence;
    }

    /**
     * @return the source of soft labels, as {@link SoftSource#parse} reads it
     */
    public StringProperty soft() {
        return soft;
    }

    /**
     * @return the reward from which on a step counts as correct; blank to keep rewards soft
     */
    public StringProperty harden() {
        return harden;
    }

    /**
     * @return how many of the larger class stay for each of the smaller
     */
    public StringProperty ratio() {
        return ratio;
    }

    /**
     * @return what neutral becomes
     */
    public ObjectProperty<NeutralPolicy> neutral() {
        return neutral;
    }

    /**
     * @return how the labels of several people become one
     */
    public ObjectProperty<LabelPolicy> labels() {
        return labels;
    }

    /**
     * @return what the training part is balanced by
     */
    public ObjectProperty<Balance.Unit> balance() {
        return balance;
    }

    /**
     * @return whether Parquet files are written where the format's rows have fixed columns
     */
    public BooleanProperty parquet() {
        return parquet;
    }

    /**
     * @return whether a training kit is written where there is one for the format
     */
    public BooleanProperty kit() {
        return kit;
    }

    /**
     * @return where the files go; null before one was chosen
     */
    public ObjectProperty<Path> folder() {
        return folder;
    }
}
