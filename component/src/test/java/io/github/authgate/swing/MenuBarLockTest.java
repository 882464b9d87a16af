package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A menu bar that does not answer, and what its host says meanwhile. */
class MenuBarLockTest {

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final List<String> fired = new ArrayList<>();
    private final JMenuBar bar = new JMenuBar();
    private final JMenu file = new JMenu("File");
    private final JMenuItem save = new JMenuItem("Save");
    private final JMenuItem exit = new JMenuItem("Exit");

    @BeforeEach
    void build() {
        OnEdt.run(() -> {
            save.addActionListener(event -> fired.add("save"));
            exit.putClientProperty("AuthGate.alwaysEnabled", true);
            file.add(save);
            bar.add(file);
        });
    }

    private void lock() {
        OnEdt.run(() -> MenuBarLock.acquire(bar));
    }

    private void release() {
        OnEdt.run(() -> MenuBarLock.release(bar));
    }

    private void host(Runnable action) {
        OnEdt.run(action);
    }

    private static boolean isEnabled(JMenuItem item) {
        return OnEdt.get(item::isEnabled);
    }

    @Test
    void theLetterThatTheHostUnderlinesStaysUnderlined() {
        host(() -> {
            save.setText("Save As");
            save.setMnemonic('A');
            save.setDisplayedMnemonicIndex(5);
        });
        lock();
        assertThat(OnEdt.get(save::getDisplayedMnemonicIndex)).isEqualTo(5);
        release();
        assertThat(OnEdt.get(save::getDisplayedMnemonicIndex)).isEqualTo(5);
    }

    @Test
    void aLockedItemDoesNotAnswer() {
        lock();
        assertThat(isEnabled(save)).isFalse();
        assertThat(isEnabled(file)).isFalse();
        host(save::doClick);
        assertThat(fired).isEmpty();

        release();
        assertThat(isEnabled(file)).isTrue();
        host(save::doClick);
        assertThat(fired).containsExactly("save");
    }

    @Test
    void whatTheHostDisablesWhileLockedStaysDisabled() {
        lock();
        host(() -> save.setEnabled(false));
        release();
        assertThat(isEnabled(save)).isFalse();
    }

    @Test
    void whatTheHostEnablesWhileLockedIsLockedAtOnceAndEnabledAfterwards() {
        host(() -> save.setEnabled(false));
        lock();
        host(() -> {
            save.setEnabled(true);
            assertThat(save.isEnabled()).isFalse();
            save.doClick();
        });
        assertThat(fired).isEmpty();
        release();
        assertThat(isEnabled(save)).isTrue();
    }

    @Test
    void theLastWordOfTheHostCounts() {
        lock();
        host(() -> save.setEnabled(false));
        host(() -> save.setEnabled(true));
        host(() -> save.setEnabled(false));
        release();
        assertThat(isEnabled(save)).isFalse();
    }

    @Test
    void aCheckMarkThatTheHostSetsWhileLockedIsThere() {
        JCheckBoxMenuItem wrap = new JCheckBoxMenuItem("Wrap lines");
        host(() -> file.add(wrap));
        lock();
        host(() -> wrap.setSelected(true));
        assertThat(OnEdt.get(wrap::isSelected)).isTrue();
        release();
        assertThat(OnEdt.get(wrap::isSelected)).isTrue();
        assertThat(isEnabled(wrap)).isTrue();
    }

    @Test
    void itemsThatComeWhileLockedAreLockedAndItemsThatGoAreFree() {
        host(() -> file.add(exit));
        lock();
        JMenuItem recent = new JMenuItem("letter.txt");
        host(() -> {
            file.add(recent);
            file.remove(save);
        });
        assertThat(isEnabled(recent)).isFalse();
        assertThat(isEnabled(save)).isTrue();
        release();
        assertThat(isEnabled(recent)).isTrue();
    }

    @Test
    void aMenuThatLeadsToWhatIsAlwaysEnabledCanBeOpened() {
        lock();
        assertThat(isEnabled(file)).isFalse();
        host(() -> file.add(exit));
        assertThat(isEnabled(file)).isTrue();
        assertThat(isEnabled(exit)).isTrue();
        assertThat(isEnabled(save)).isFalse();
    }

    @Test
    void aButtonInAMenuBarIsLockedToo() {
        JButton print = new JButton("Print");
        host(() -> bar.add(print));
        lock();
        assertThat(OnEdt.get(print::isEnabled)).isFalse();
        release();
        assertThat(OnEdt.get(print::isEnabled)).isTrue();
    }

    @Test
    void aListenerThatThrowsKeepsNoOtherItemFromBeingLockedOrReleased() {
        JMenuItem last = new JMenuItem("Last");
        host(() -> {
            file.add(last);
            save.addPropertyChangeListener("enabled", event -> {
                throw new IllegalStateException("not now");
            });
        });
        lock();
        assertThat(reported.all()).isNotEmpty();
        assertThat(isEnabled(save)).isFalse();
        assertThat(isEnabled(last)).isFalse();
        release();
        assertThat(isEnabled(save)).isTrue();
        assertThat(isEnabled(last)).isTrue();
    }

    @Test
    void aMenuBarThatTwoHoldAnswersWhenBothHaveLetItGo() {
        lock();
        lock();
        release();
        assertThat(isEnabled(save)).isFalse();
        release();
        assertThat(isEnabled(save)).isTrue();
    }
}
