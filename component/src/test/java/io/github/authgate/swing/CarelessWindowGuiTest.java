package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Window;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A window of the host that throws while it is covered: its own content is out of sight all the same, and so is that of
 * every other window; unlocking brings everything back.
 */
class CarelessWindowGuiTest extends SessionGuiTest {

    /** Where a host's window can throw while it is covered or uncovered. */
    enum Trouble {
        NONE,
        CONTENT_ON_ITS_WAY_OUT,
        CONTENT_ON_ITS_WAY_IN,
        LAYOUT,
        GLASS_PANE,
        MENU,
        ROOT_PANE
    }

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final List<Frame> others = new ArrayList<>();
    private JLabel content;

    @BeforeEach
    void open() {
        show(() -> {
            content = new JLabel("content");
            return new AuthGate(model, session -> content);
        });
        logIn();
    }

    @AfterEach
    void close() {
        doOnEdt(() -> {
            others.forEach(frame -> frame.armed = false);
            others.forEach(Window::dispose);
        });
    }

    private void openFrames(Trouble... troubles) {
        for (Trouble trouble : troubles) {
            Frame frame = onEdt(() -> {
                Frame made = new Frame(trouble);
                made.pack();
                made.setVisible(true);
                return made;
            });
            others.add(frame);
            until("the other frame shows", frame.work::isShowing);
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aWindowThatThrowsWhileItIsCoveredHidesItsWorkAndKeepsNoOtherFromBeingCovered(Trouble trouble) {
        openFrames(Trouble.NONE, trouble, Trouble.NONE);
        doOnEdt(() -> others.forEach(frame -> frame.armed = true));

        lock();

        assertThat(onEdt(content::isShowing)).isFalse();
        for (Frame frame : others) {
            assertThat(onEdt(frame.work::isShowing))
                    .as("work in a window with trouble %s", frame.trouble)
                    .isFalse();
            assertThat(onEdt(frame.getGlassPane()::isShowing))
                    .as("glass pane of a window with trouble %s", frame.trouble)
                    .isFalse();
        }
        assertThat(onEdt(model::getState)).isEqualTo(AuthModel.State.LOCKED);

        logIn();

        assertThat(onEdt(content::isShowing)).isTrue();
        for (Frame frame : others) {
            assertThat(onEdt(frame.work::isShowing))
                    .as("work in a window with trouble %s, unlocked", frame.trouble)
                    .isTrue();
        }
        assertThat(reported.all()).allMatch(e -> e instanceof HostFault).hasSameSizeAs(others.get(1).faults);
    }

    /** What a careless host throws. */
    private static final class HostFault extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Frame extends JFrame {

        private static final long serialVersionUID = 1L;

        private final Trouble trouble;
        private final JLabel work = new JLabel("work");
        private final List<Trouble> faults = new ArrayList<>();
        private boolean armed;

        Frame(Trouble trouble) {
            this.trouble = trouble;
            JPanel panel = new JPanel() {
                private static final long serialVersionUID = 1L;

                @Override
                public void addNotify() {
                    super.addNotify();
                    fail(Trouble.CONTENT_ON_ITS_WAY_IN);
                }

                @Override
                public void removeNotify() {
                    super.removeNotify();
                    fail(Trouble.CONTENT_ON_ITS_WAY_OUT);
                }
            };
            panel.add(work);
            setContentPane(panel);
            JPanel glass = new JPanel() {
                private static final long serialVersionUID = 1L;

                @Override
                public void setVisible(boolean visible) {
                    super.setVisible(visible);
                    if (getParent() != null) {
                        fail(Trouble.GLASS_PANE);
                    }
                }
            };
            glass.setOpaque(false);
            setGlassPane(glass);
            glass.setVisible(true);
            JMenuBar bar = new JMenuBar();
            bar.add(new JMenuItem("Tools") {
                private static final long serialVersionUID = 1L;

                @Override
                public void setEnabled(boolean enabled) {
                    super.setEnabled(enabled);
                    fail(Trouble.MENU);
                }
            });
            setJMenuBar(bar);
            getRootPane().addContainerListener(new ContainerAdapter() {
                @Override
                public void componentAdded(ContainerEvent event) {
                    fail(Trouble.ROOT_PANE);
                }
            });
        }

        @Override
        public void validate() {
            super.validate();
            fail(Trouble.LAYOUT);
        }

        private void fail(Trouble place) {
            if (armed && trouble == place) {
                faults.add(place);
                throw new HostFault();
            }
        }
    }
}
