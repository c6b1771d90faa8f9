package org.stepwright.ui.settings;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.settings.SystemSecrets;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.work.WorkFailed;

/** The form of one connection. */
final class ConnectionForm {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final ScreenContext context;
    private final ConnectionsViewModel model;
    private final Messages texts;
    private final Connection before;
    private final ComboBox<ConnectionKind> kind = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField url = new TextField();
    private final TextField modelName = new TextField();
    private final TextField keyName = new TextField();
    private final PasswordField key = new PasswordField();
    private final TextField temperature = new TextField("0.7");
    private final TextField maxTokens = new TextField("4096");
    private final TextField timeout = new TextField("120");
    private final TextField recording = new TextField();
    private final Label variable = Kit.muted("");
    private final Label trouble = Kit.body("");
    private final VBox live = new VBox(10);
    private final VBox recorded = new VBox(10);

    /**
     * @param before the connection to edit, or null for a new one
     */
    ConnectionForm(
            ScreenContext context, ConnectionsViewModel model, Messages texts, Connection before) {
        this.context = context;
        this.model = model;
        this.texts = texts;
        this.before = before;
        ids();
        kind.getItems().setAll(ConnectionKind.values());
        kind.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(ConnectionKind k) {
                        return k == null ? "" : texts.text("kind." + k);
                    }

                    @Override
                    public ConnectionKind fromString(String text) {
                        return null;
                    }
                });
        kind.valueProperty().addListener((o, was, is) -> kindChanged());
        keyName.textProperty().addListener((o, was, is) -> showVariable());
        name.textProperty().addListener((o, was, is) -> showVariable());
        fill();
    }

    private void ids() {
        kind.setId("connection-kind");
        name.setId("connection-name");
        url.setId("connection-url");
        modelName.setId("connection-model");
        keyName.setId("connection-key-name");
        key.setId("connection-key");
        recording.setId("connection-recording");
        maxTokens.setId("connection-max-tokens");
        timeout.setId("connection-timeout");
        temperature.setId("connection-temperature");
        trouble.setId("connection-trouble");
        trouble.getStyleClass().add("form-trouble");
        Kit.show(trouble, false);
    }

    private void fill() {
        kind.setValue(before == null ? ConnectionKind.OPENAI_COMPATIBLE : before.kind());
        if (before == null) {
            return;
        }
        name.setText(before.name());
        url.setText(before.baseUrl());
        modelName.setText(before.model());
        keyName.setText(before.keyName());
        temperature.setText(String.valueOf(before.temperature()));
        maxTokens.setText(String.valueOf(before.maxTokens()));
        timeout.setText(String.valueOf(before.timeoutSeconds()));
        recording.setText(before.recording());
    }

    private void kindChanged() {
        ConnectionKind chosen = kind.getValue();
        url.setPromptText(chosen.defaultBaseUrl());
        Kit.show(live, chosen != ConnectionKind.RECORDED);
        Kit.show(recorded, chosen == ConnectionKind.RECORDED);
    }

    private void showVariable() {
        String called = effectiveKeyName();
        variable.setText(
                called.isEmpty()
                        ? texts.text("key.where.unnamed")
                        : texts.text("key.where", SystemSecrets.variable(called)));
    }

    private String effectiveKeyName() {
        String own = keyName.getText().strip();
        return own.isEmpty() ? name.getText().strip() : own;
    }

    void show() {
        keyName.setPromptText(texts.text("keyName.prompt"));
        key.setPromptText(texts.text(before == null ? "key.prompt" : "key.prompt.keep"));
        live.getChildren()
                .setAll(
                        Kit.field(texts.text("url"), url),
                        Kit.field(texts.text("model"), modelName),
                        pair(
                                Kit.field(texts.text("key"), key),
                                Kit.field(texts.text("keyName"), keyName)),
                        variable,
                        pair(
                                Kit.field(texts.text("temperature"), temperature),
                                Kit.field(texts.text("maxTokens"), maxTokens),
                                Kit.field(texts.text("timeout"), timeout)));
        Button choose =
                Kit.button(
                        texts.text("recording.choose"),
                        () ->
                                context.files().open(texts.text("recording"), "*.jsonl").stream()
                                        .findFirst()
                                        .ifPresent(f -> recording.setText(f.toString())));
        HBox.setHgrow(recording, Priority.ALWAYS);
        recorded.getChildren()
                .setAll(
                        Kit.field(texts.text("recording"), Kit.row(recording, choose)),
                        Kit.muted(texts.text("recording.text")));
        VBox form =
                new VBox(
                        10,
                        Kit.field(texts.text("name"), name),
                        Kit.field(texts.text("kind"), kind),
                        live,
                        recorded,
                        trouble);
        Button save = Kit.primary(texts.text("save"), this::save);
        save.setId("connection-save");
        Button cancel = Kit.button(texts.text("cancel"), context.overlay()::close);
        kindChanged();
        showVariable();
        context.overlay()
                .show(
                        texts.text(before == null ? "connection.new" : "connection.edit"),
                        form,
                        save,
                        cancel);
    }

    private static HBox pair(Node... fields) {
        HBox row = new HBox(10, fields);
        List.of(fields).forEach(f -> HBox.setHgrow(f, Priority.ALWAYS));
        return row;
    }

    private void save() {
        Connection connection;
        try {
            connection = read();
        } catch (WorkFailed e) {
            complain(e.getMessage());
            return;
        }
        boolean taken =
                model.rows().stream()
                        .map(ConnectionRow::connection)
                        .anyMatch(c -> !c.equals(before) && c.name().equals(connection.name()));
        if (taken) {
            complain(texts.text("name.taken", connection.name()));
            return;
        }
        model.save(
                before,
                connection,
                key.getText(),
                why -> {
                    if (why.isEmpty()) {
                        context.overlay().close();
                    } else {
                        complain(why);
                    }
                });
        key.clear();
    }

    private void complain(String sentence) {
        trouble.setText(sentence);
        Kit.show(trouble, true);
    }

    private Connection read() {
        String called = name.getText().strip();
        if (kind.getValue() == ConnectionKind.RECORDED) {
            return Connection.recorded(called, recording.getText().strip());
        }
        boolean named = !keyName.getText().isBlank() || !key.getText().isEmpty();
        return new Connection(
                called,
                kind.getValue(),
                url.getText().strip(),
                modelName.getText().strip(),
                named ? effectiveKeyName() : "",
                number(temperature, texts.text("temperature")),
                whole(maxTokens, texts.text("maxTokens")),
                whole(timeout, texts.text("timeout")),
                "");
    }

    private double number(TextField field, String what) {
        String text = field.getText().strip();
        if (!DECIMAL.matcher(text).matches()) {
            throw new WorkFailed(texts.text("number.bad", what, text));
        }
        return Double.parseDouble(text.replace(',', '.'));
    }

    /** Digits only: what {@code 4,096} or {@code 4.096} means depends on where one lives. */
    private int whole(TextField field, String what) {
        String text = field.getText().strip();
        if (!WHOLE.matcher(text).matches()) {
            throw new WorkFailed(texts.text("number.whole", what, text));
        }
        return Integer.parseInt(text);
    }
}
