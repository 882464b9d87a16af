package io.github.authgate.swing;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.ComponentOrientation;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/** Everything that a user can get to see, made without a window. Call it on any thread but the event dispatch thread. */
final class Screens {

    private static final Map<String, Supplier<JComponent>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("plain", () -> OnEdt.get(LoginPanel::new));
        ALL.put("idle", () -> form(form -> {}));
        ALL.put(
                "capslock",
                () -> filled(form -> Components.named(form, "authgate.capsLock").setVisible(true)));
        ALL.put("hint", () -> form(form -> ((AbstractButton) Components.named(form, "authgate.login")).doClick(0)));
        ALL.put("busy", () -> filled(form -> form.setBusy(true)));
        ALL.put("denied", () -> filled(form -> form.showFailure(new AuthException(Reason.INVALID_CREDENTIALS))));
        ALL.put(
                "unreachable",
                () -> filled(form -> {
                    form.showFailure(new AuthException(Reason.SERVER_UNREACHABLE));
                    form.setTryAgainVisible(true);
                }));
        ALL.put("offered", () -> filled(Screens::offerDetails));
        ALL.put("details", Screens::details);
        ALL.put(
                "throttled",
                () -> filled(form -> form.showFailure(
                        new AuthException(Reason.TOO_MANY_ATTEMPTS).withRetryAfter(Duration.ofSeconds(42)))));
        ALL.put(
                "longest",
                () -> filled(form -> form.showFailure(new AuthException(Reason.SERVER_FAULT, "site_moved", null)
                        .withLocation(URI.create("https://intranet.example.org/a/rather/long/path/to/the/site")))));
        ALL.put("notice", () -> form(form -> form.showNotice(SessionMemory.Notice.NOT_FORGOTTEN)));
        ALL.put("locked", () -> form(Screens::lock));
        ALL.put(
                "lockedDenied",
                () -> form(form -> {
                    lock(form);
                    form.showFailure(new AuthException(Reason.INVALID_CREDENTIALS));
                }));
        ALL.put("shut", () -> OnEdt.get(AuthGate::new));
        ALL.put(
                "checking",
                () -> OnEdt.get(() -> {
                    CheckingView view = new CheckingView(event -> {});
                    view.addNotify();
                    view.appear();
                    return view;
                }));
        ALL.put(
                "refused",
                () -> OnEdt.get(() -> {
                    DeniedView view = new DeniedView(event -> {}, event -> {});
                    view.show(new AuthException(Reason.ACCOUNT_REFUSED, "capability_missing", null), true);
                    return view;
                }));
        ALL.put("warning", () -> new Open().warn().gate);
        ALL.put("warningPassword", () -> new Open().warn().ask().gate);
        ALL.put("warningDenied", () -> new Open().warn().ask().deny().gate);
        ALL.put("noticeOpen", () -> new Open(true).gate);
        ALL.put("cover", () -> OnEdt.get(() -> new CoverView(JComponent.getDefaultLocale())));
    }

    private Screens() {}

    static Map<String, Supplier<JComponent>> all() {
        return ALL;
    }

    private static JComponent form(Consumer<LoginPanel> state) {
        return OnEdt.get(() -> {
            LoginPanel form = new LoginPanel();
            form.setSiteName("Example & Söhne");
            form.setSiteIcon(new ImageIcon(logo()));
            form.setRememberMeVisible(true);
            form.setForgotPasswordUri(URI.create("https://example.org/wp-login.php?action=lostpassword"));
            state.accept(form);
            return form;
        });
    }

    private static JComponent filled(Consumer<LoginPanel> state) {
        return form(form -> {
            form.setUsername("ann@example.org");
            ((JTextComponent) Components.named(form, "authgate.password")).setText("secret");
            state.accept(form);
        });
    }

    private static void lock(LoginPanel form) {
        AuthUser user = AuthUser.builder("7", "ann").displayName("Ann Example").build();
        form.setLockedUser(user, "ann", false);
    }

    private static void offerDetails(LoginPanel form) {
        form.setDiagnosis(CompletableFuture::new);
        form.showFailure(new AuthException(Reason.CLIENT_REFUSED, "api_key_invalid", null));
        form.setTryAgainVisible(true);
    }

    /** The view by itself: a form that leaves its window takes the details out. */
    private static JComponent details() {
        return OnEdt.get(() -> {
            Locale locale = JComponent.getDefaultLocale();
            DetailsView view = new DetailsView(
                    Messages.of(locale), new AuthException(Reason.CLIENT_REFUSED, "api_key_invalid", null), () -> {});
            view.applyComponentOrientation(ComponentOrientation.getOrientation(locale));
            view.show("AuthGate doctor: https://example.org\n\n[good] address: https://example.org\n"
                    + "[OBSTACLE] api_key_invalid\n  For the user: The site does not accept the API key.\n"
                    + "  For the administrator: Create a key under Settings > AuthGate.\n");
            return view;
        });
    }

    /** A logo as a host might have one. */
    static BufferedImage logo() {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0x2A7F9E));
        graphics.fillRoundRect(0, 0, 20, 20, 8, 8);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(6, 6, 8, 8);
        graphics.dispose();
        return image;
    }

    /** A gate that stands open. */
    static final class Open {

        final ScriptedService service = new ScriptedService();
        final ManualTime time = new ManualTime("2026-11-23T12:00:00Z");
        final AuthModel model = new AuthModel(service, time, time, time);
        final AuthGate gate = OnEdt.get(() -> new AuthGate(model, session -> content()));

        Open() {
            this(false);
        }

        Open(boolean cannotKeep) {
            service.keeps = !cannotKeep;
            OnEdt.run(gate::addNotify);
            OnEdt.settle();
            OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), cannotKeep)));
            AuthUser user =
                    AuthUser.builder("7", "ann").displayName("Ann Example").build();
            AccessToken token = AccessToken.of("a.token", time.instant().plus(Duration.ofMinutes(10)));
            service.lastLogin().answer.complete(AuthSession.of(user, token).withRememberMe(cannotKeep));
            OnEdt.settle();
        }

        /** Lets time pass until the end of the session is near. */
        Open warn() {
            time.pass(Duration.ofSeconds(485));
            OnEdt.settle();
            return this;
        }

        Open ask() {
            press("authgate.stayLoggedIn");
            return this;
        }

        Open deny() {
            OnEdt.run(() -> ((JTextComponent) Components.named(gate, "authgate.password")).setText("wrong"));
            press("authgate.login");
            service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
            OnEdt.settle();
            return this;
        }

        void press(String name) {
            OnEdt.run(() -> ((AbstractButton) Components.named(gate, name)).doClick(0));
            OnEdt.settle();
        }

        private static JComponent content() {
            JPanel panel = new JPanel(new BorderLayout());
            Object[][] rows = {{"2026-001", "Ann"}, {"2026-002", "Ben"}, {"2026-003", "Cleo"}};
            panel.add(new JScrollPane(new JTable(rows, new Object[] {"No.", "Name"})));
            return panel;
        }
    }
}
