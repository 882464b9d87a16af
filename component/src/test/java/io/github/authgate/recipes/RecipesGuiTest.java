package io.github.authgate.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.gui.GuiTest;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.beans.Beans;
import java.beans.PropertyChangeListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JDesktopPane;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** What {@code docs/embedding.md} shows, run. */
class RecipesGuiTest extends GuiTest {

    private final AuthService staff = new StaffService(new TestStaff());
    private AuthModel model;

    @Test
    void aLegacyFrameIsBehindAGate() {
        window = new FrameFixture(robot, onEdt(() -> new LegacyTool(staff)));
        window.show();
        untilShowing("authgate.password");
        assertThat(onEdt(() -> find(window.target(), JTextField.class, "4711"))).isEmpty();

        logIn("ann");

        until(
                "the order shows",
                () -> find(window.target(), JTextField.class, "4711").isPresent());
    }

    @Test
    void aDialogComesBackWithTheSession() {
        AtomicReference<Optional<AuthSession>> answer = new AtomicReference<>();
        List<PropertyChangeListener> listeners = new ArrayList<>();
        model = onEdt(() -> new AuthModel(staff) {
            @Override
            public void addPropertyChangeListener(String property, PropertyChangeListener listener) {
                listeners.add(listener);
                super.addPropertyChangeListener(property, listener);
            }

            @Override
            public void removePropertyChangeListener(String property, PropertyChangeListener listener) {
                listeners.remove(listener);
                super.removePropertyChangeListener(property, listener);
            }
        });
        show(JPanel::new);
        SwingUtilities.invokeLater(() -> answer.set(LoginDialog.ask(window.target(), model)));
        untilShowing("authgate.password");

        Container dialog = onEdt(() -> (Container) window.target().getOwnedWindows()[0]);
        fillIn(dialog, "ann");

        until("the dialog has closed", () -> answer.get() != null);
        assertThat(answer.get()).map(session -> session.user().getName()).contains("ann");
        assertThat(listeners).as("listeners that outlive the dialog").isEmpty();
    }

    @Test
    void aDialogIsNotShownToWhomIsLoggedInAlready() {
        AtomicReference<Optional<AuthSession>> answer = new AtomicReference<>();
        show(() -> {
            model = new AuthModel(staff);
            return new AuthGate(model, session -> new JLabel("orders"));
        });
        untilShowing("authgate.password");
        logIn("ann");
        until("ann is logged in", () -> model.getSession() != null);

        SwingUtilities.invokeLater(() -> answer.set(LoginDialog.ask(window.target(), model)));

        until("the answer is there", () -> answer.get() != null);
        assertThat(answer.get()).map(session -> session.user().getName()).contains("ann");
        assertThat(onEdt(() -> window.target().getOwnedWindows())).isEmpty();
    }

    @Test
    void oneLoginOpensTheTabsAndEachAsksItsOwnRule() {
        JTabbedPane tabs = onEdt(() -> {
            model = new AuthModel(staff);
            return Embeddings.tabs(model);
        });
        show(() -> {
            JPanel panel = new JPanel(new java.awt.BorderLayout());
            panel.add(tabs);
            return panel;
        });
        doOnEdt(() -> tabs.setSelectedIndex(1));
        untilShowing("authgate.password");
        logIn("ann");
        until("the orders show", () -> find(tabs, JLabel.class, "Orders of Ann").isPresent());

        doOnEdt(() -> tabs.setSelectedIndex(2));

        untilShowing("authgate.accessDenied");
        assertThat(onEdt(() -> find(tabs, JLabel.class, "Settings"))).isEmpty();
    }

    @Test
    void anInternalFrameHoldsAGate() {
        JDesktopPane desktop = onEdt(JDesktopPane::new);
        show(() -> desktop);
        doOnEdt(() -> Embeddings.internalFrame(desktop, new AuthModel(staff)));
        untilShowing("authgate.password");

        logIn("ann");

        until("the orders show", () -> find(desktop, JLabel.class, "Orders").isPresent());
    }

    @Test
    void oneLoginOpensTwoWindows() {
        JFrame stock = onEdt(() -> new JFrame("stock"));
        show(JPanel::new);
        doOnEdt(() -> {
            Embeddings.twoWindows((JFrame) window.target(), stock, staff);
            window.target().validate();
            stock.pack(); // displayable, so that its gate takes part; the virtual display cannot move focus to it
        });
        untilShowing("authgate.password");

        logIn("ann");

        until(
                "the orders show",
                () -> find(window.target(), JLabel.class, "Orders").isPresent());
        until("the stock is there", () -> find(stock, JLabel.class, "Stock").isPresent());
        doOnEdt(stock::dispose);
    }

    @Test
    void aMenuItemFollowsTheCapabilities() {
        show(() -> {
            model = new AuthModel(staff);
            JPanel panel = new JPanel(new java.awt.BorderLayout());
            panel.add(Embeddings.editorsOnly(model, new JLabel("editor")));
            return panel;
        });
        JMenuItem publish = onEdt(() -> Embeddings.publishItem(model));
        assertThat(onEdt(publish::isEnabled)).isFalse();
        untilShowing("authgate.password");

        logIn("ann");

        until("the item is enabled", publish::isEnabled);
        assertThat(onEdt(() -> Embeddings.publishItem(model).isEnabled()))
                .as("one that is made later")
                .isTrue();
        until(
                "the editor shows",
                () -> find(window.target(), JLabel.class, "editor").isPresent());
        doOnEdt(model::logout);
        until("the item is disabled", () -> !publish.isEnabled());
    }

    @Test
    void aFormFromAGuiBuilderAsksNobodyAtDesignTimeAndWorksAtRunTime() {
        Beans.setDesignTime(true);
        try {
            SilentService nobody = new SilentService();
            show(() -> {
                JPanel panel = new JPanel();
                panel.add(new OrdersForm(nobody));
                panel.add(AuthGate.wrap(new JLabel("wrapped"), nobody)); // nor does a gate that has a model
                return panel;
            });
            settle();
            assertThat(nobody.asked).isEmpty();
        } finally {
            Beans.setDesignTime(false);
        }
        doOnEdt(() -> ((JFrame) window.target()).setContentPane(new OrdersForm(staff)));
        doOnEdt(() -> window.target().validate());
        untilShowing("authgate.rememberMe");
        logIn("ann");
        until("the orders show", () -> !isAsking());
    }

    private boolean isAsking() {
        return robot.finder()
                        .findAll(c -> "authgate.password".equals(c.getName()) && c.isShowing())
                        .size()
                > 0;
    }

    private void logIn(String name) {
        fillIn(window.target(), name);
    }

    private void fillIn(Container root, String name) {
        JTextField password = (JTextField) robot.finder().findByName(root, "authgate.password");
        JTextField username = (JTextField) robot.finder().findByName(root, "authgate.username");
        doOnEdt(() -> {
            username.setText(name);
            password.setText("secret");
            password.requestFocusInWindow();
        });
        untilFocused(password);
        press(KeyEvent.VK_ENTER);
    }

    private static Optional<Component> find(Container root, Class<? extends Component> type, String text) {
        return Arrays.stream(root.getComponents())
                .map(child -> {
                    boolean is = type.isInstance(child)
                            && child.isVisible()
                            && (text.equals(child instanceof JLabel ? ((JLabel) child).getText() : null)
                                    || text.equals(
                                            child instanceof JTextField ? ((JTextField) child).getText() : null));
                    return is
                            ? Optional.of(child)
                            : child instanceof Container
                                    ? find((Container) child, type, text)
                                    : Optional.<Component>empty();
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Ann, an editor, whose password is secret. */
    static final class TestStaff implements StaffService.Directory {

        @Override
        public Optional<AuthUser> check(String username, char[] password) {
            return username.equals("ann") && "secret".equals(new String(password))
                    ? Optional.of(AuthUser.builder("7", "ann")
                            .displayName("Ann")
                            .roles(List.of("editor"))
                            .capabilities(List.of("edit_posts", "publish_posts"))
                            .build())
                    : Optional.empty();
        }

        @Override
        public boolean stillEmploys(AuthUser user) {
            return true;
        }
    }

    /** Notes that it was asked, and never answers. */
    private static final class SilentService implements AuthService {

        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public CompletableFuture<AuthSession> login(io.github.authgate.Credentials credentials) {
            asked.add("login");
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Optional<AuthSession>> restore() {
            asked.add("restore");
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<AuthSession> revalidate(AuthSession session) {
            asked.add("revalidate");
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Boolean> logout(AuthSession session) {
            asked.add("logout");
            return new CompletableFuture<>();
        }
    }
}
