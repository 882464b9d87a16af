package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollBar;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether all words of all screens have room, in every language. */
class FitTest {

    private final Locale before = OnEdt.get(JComponent::getDefaultLocale);

    static Stream<Arguments> looksAndLanguages() {
        return Stream.of("light", "maclight", "metal", "nimbus", "motif")
                .flatMap(look -> MessagesTest.languages().stream().map(language -> Arguments.of(look, language)));
    }

    @AfterEach
    void restore() {
        OnEdt.run(() -> {
            JComponent.setDefaultLocale(before);
            Looks.all().get("metal").run();
        });
    }

    private static void speak(String look, String language) {
        OnEdt.run(() -> {
            Looks.all().get(look).run();
            JComponent.setDefaultLocale(Locale.forLanguageTag(language));
        });
    }

    @ParameterizedTest
    @MethodSource("looksAndLanguages")
    void noWordIsCutOff(String look, String language) {
        speak(look, language);
        List<String> cut = new ArrayList<>();
        for (Map.Entry<String, Supplier<JComponent>> screen : Screens.all().entrySet()) {
            JComponent component = screen.getValue().get();
            Gallery.paint(
                    component,
                    480,
                    600,
                    1,
                    image -> parts(component).forEach(part -> {
                        if (isCut(part)) {
                            cut.add(screen.getKey() + " " + part.getName() + " " + part.getSize() + " of "
                                    + part.getPreferredSize());
                        }
                    }));
        }
        assertThat(cut).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looksAndLanguages")
    void aSmallHostShowsNamePasswordAndButtonWithoutScrolling(String look, String language) {
        speak(look, language);
        for (String screen : List.of("idle", "busy", "locked")) {
            JComponent form = Screens.all().get(screen).get();
            Gallery.paint(form, 320, 240, 1, image -> {
                Component button = Components.named(form, "authgate.login");
                Rectangle place = SwingUtilities.convertRectangle(button.getParent(), button.getBounds(), form);
                assertThat(form.getVisibleRect().contains(place))
                        .as("%s: the button is at %s", screen, place)
                        .isTrue();
                assertThat(parts(form))
                        .filteredOn(part -> part.getHeight() > 0) // the name of the site goes where there is no room
                        .noneMatch(FitTest::isCut);
            });
        }
    }

    private static List<JComponent> parts(Container root) {
        List<JComponent> parts = new ArrayList<>();
        for (Component child : root.getComponents()) {
            if (child instanceof JComponent && child.isVisible() && !(child instanceof JScrollBar)) {
                parts.add((JComponent) child);
                parts.addAll(parts((JComponent) child));
            }
        }
        return parts;
    }

    private static boolean isCut(JComponent part) {
        if (part instanceof JTextComponent && part.getVisibleRect().isEmpty()) {
            return true;
        }
        if (part instanceof Labels.Sentence) {
            return part.getHeight() < part.getPreferredSize().height;
        }
        boolean hasWords = part instanceof JLabel || part instanceof AbstractButton;
        return hasWords
                && (part.getWidth() < part.getPreferredSize().width
                        || part.getHeight() < part.getPreferredSize().height - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void anAttemptMovesNothingNeitherTheFirstNorOneAfterADenial(String language) {
        speak("light", language);
        LoginPanel form = (LoginPanel) Screens.all().get("idle").get();
        int[] places = {place(form)};
        OnEdt.run(() -> form.setBusy(true));
        assertThat(place(form)).isEqualTo(places[0]);

        OnEdt.run(() -> form.setBusy(false));
        LoginPanel denied = (LoginPanel) Screens.all().get("denied").get();
        places[0] = place(denied);
        OnEdt.run(() -> {
            denied.addLoginListener(LoginEvent::getCredentials);
            ((javax.swing.JPasswordField) Components.named(denied, "authgate.password")).setText("again");
            ((AbstractButton) Components.named(denied, "authgate.login")).doClick(0);
        });
        assertThat(OnEdt.get(denied::isBusy)).isTrue();
        assertThat(place(denied)).isEqualTo(places[0]);
    }

    private static int place(LoginPanel form) {
        Gallery.paint(form, 480, 600, 1);
        return OnEdt.get(() -> SwingUtilities.convertPoint(Components.named(form, "authgate.password"), 0, 0, form).y);
    }

    @Test
    void arabicRunsFromRightToLeftWithoutTheHostsDoing() {
        speak("light", "ar");
        JComponent form = Screens.all().get("idle").get();
        BufferedImage image = Gallery.paint(form, 480, 600, 1);

        assertThat(image).isNotNull();
        OnEdt.run(() -> {
            int remember = x(form, "authgate.rememberMe");
            int forgot = x(form, "authgate.forgotPassword");
            assertThat(remember).isGreaterThan(forgot);
        });
        OnEdt.run(() -> form.setLocale(Locale.ENGLISH));
        Gallery.paint(form, 480, 600, 1);
        OnEdt.run(() -> assertThat(x(form, "authgate.rememberMe")).isLessThan(x(form, "authgate.forgotPassword")));
    }

    private static int x(JComponent root, String name) {
        Component part = Components.named(root, name);
        return SwingUtilities.convertPoint(part, 0, 0, root).x;
    }

    @Test
    void whatDoesNotFitBesideStandsBelow() {
        speak("light", "de");
        JComponent form = Screens.all().get("idle").get();
        Gallery.paint(form, 240, 600, 1);

        OnEdt.run(() -> {
            Component remember = Components.named(form, "authgate.rememberMe");
            Component forgot = Components.named(form, "authgate.forgotPassword");
            assertThat(forgot.getY()).isGreaterThanOrEqualTo(remember.getY() + remember.getHeight());
            assertThat(forgot.getWidth()).isGreaterThanOrEqualTo(forgot.getPreferredSize().width);
        });
    }
}
