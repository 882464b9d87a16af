package io.github.authgate.swing;

import java.awt.ComponentOrientation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * What a gate shows when it does not show the form. Each is made when it is first shown: nobody who sees a form has waited
 * for them.
 *
 * <p>Use only on the event dispatch thread.
 */
final class GateViews {

    private final AuthGate gate;
    private final GatePresenter presenter;
    private @Nullable CheckingView checking;
    private @Nullable DeniedView denied;
    private @Nullable ContentView content;
    private @Nullable AuthModel model;
    private @Nullable ComponentOrientation orientation;

    GateViews(AuthGate gate, GatePresenter presenter) {
        this.gate = gate;
        this.presenter = presenter;
    }

    CheckingView checking() {
        CheckingView view = checking;
        if (view == null) {
            view = dressed(new CheckingView(event -> presenter.withModel(AuthModel::cancel)));
            checking = view;
        }
        return view;
    }

    DeniedView denied() {
        DeniedView view = denied;
        if (view == null) {
            view = dressed(
                    new DeniedView(event -> presenter.tryAgain(), event -> presenter.withModel(AuthModel::logout)));
            denied = view;
        }
        return view;
    }

    ContentView content() {
        ContentView view = content;
        if (view == null) {
            view = new ContentView(this::newBanner);
            content = view;
        }
        return view;
    }

    private Banner newBanner() {
        Banner made = dressed(new Banner());
        made.setModel(model);
        return made;
    }

    private @Nullable Banner banner() {
        return content == null ? null : content.banner();
    }

    private <V extends JComponent> V dressed(V view) {
        view.setLocale(gate.getLocale());
        if (orientation != null) {
            view.applyComponentOrientation(orientation);
        }
        return view;
    }

    /** Sets whom the banner above the content speaks for; {@code null} for nobody. */
    void setModel(@Nullable AuthModel model) {
        this.model = model;
        Banner banner = banner();
        if (banner != null) {
            banner.setModel(model);
        }
    }

    void setLocale(Locale locale) {
        for (JComponent view : made()) {
            if (view != content) {
                view.setLocale(locale);
            }
        }
        Banner banner = banner();
        if (banner != null) {
            banner.setLocale(locale);
        }
    }

    /** Sets in which direction those read that are still to be made. */
    void setOrientation(ComponentOrientation orientation) {
        this.orientation = orientation;
    }

    /** Returns those that have been made so far. */
    List<JComponent> made() {
        List<JComponent> made = new ArrayList<>();
        for (JComponent view : new @Nullable JComponent[] {checking, denied, content}) {
            if (view != null) {
                made.add(view);
            }
        }
        return made;
    }
}
