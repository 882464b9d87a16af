package io.github.authgate.demo;

import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Locale;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/** The menu bar. What concerns the tool sleeps while nobody is logged in; looks, language and the stand-in do not. */
final class DemoMenu {

    private static final Duration SHORT_SESSION = Duration.ofMinutes(3);
    private static final Duration USUAL_SESSION = Duration.ofHours(1);

    private final DemoApp app;
    private final DemoWindow window;
    private final JMenuBar bar = new JMenuBar();

    private DemoMenu(DemoApp app, DemoWindow window) {
        this.app = app;
        this.window = window;
        bar.add(file());
        bar.add(edit());
        bar.add(session());
        bar.add(view());
        app.backend().standIn().ifPresent(standIn -> bar.add(standIn(standIn)));
        bar.add(help());
    }

    static JMenuBar create(DemoApp app, DemoWindow window) {
        return new DemoMenu(app, window).bar;
    }

    private JMenu file() {
        JMenu menu = menu("File", KeyEvent.VK_F);
        menu.add(item(
                "demo.menu.new",
                "&New order",
                KeyEvent.VK_N,
                () -> window.tool(tool -> tool.orders().addOrder())));
        menu.add(item(
                "demo.menu.details",
                "&Details…",
                KeyEvent.VK_D,
                () -> window.tool(tool -> tool.orders().showDetails())));
        menu.add(item("demo.menu.save", "&Save", KeyEvent.VK_S, () -> window.tool(ToolPanel::save)));
        menu.addSeparator();
        menu.add(always(item("demo.menu.exit", "E&xit", KeyEvent.VK_Q, window::exit)));
        return menu;
    }

    private JMenu edit() {
        JMenu menu = menu("Edit", KeyEvent.VK_E);
        menu.add(item(
                "demo.menu.undo",
                "&Undo",
                KeyEvent.VK_Z,
                () -> window.tool(tool -> tool.workbook().undo())));
        menu.add(item(
                "demo.menu.redo",
                "&Redo",
                KeyEvent.VK_Y,
                () -> window.tool(tool -> tool.workbook().redo())));
        return menu;
    }

    private JMenu session() {
        JMenu menu = menu("Session", KeyEvent.VK_S);
        menu.add(item("demo.menu.lock", "&Lock now", KeyEvent.VK_L, app.model()::lock));
        JCheckBoxMenuItem idle = new JCheckBoxMenuItem("Lock after one idle minute");
        idle.addActionListener(event -> app.model().setIdleLock(idle.isSelected() ? Duration.ofMinutes(1) : null));
        menu.add(idle);
        menu.addSeparator();
        menu.add(item("demo.menu.second", "Second &window", KeyEvent.VK_W, window::openSecond));
        menu.addSeparator();
        menu.add(item("demo.menu.logout", "L&og out", KeyEvent.VK_K, window::logOut));
        return menu;
    }

    private JMenu view() {
        JMenu menu = menu("View", KeyEvent.VK_V);
        ButtonGroup themes = new ButtonGroup();
        for (Theme theme : Theme.values()) {
            boolean isOn = UIManager.getLookAndFeel().getClass().getName().equals(theme.lookAndFeel());
            JMenuItem item = always(new JRadioButtonMenuItem(theme.title(), isOn && themes.getSelection() == null));
            item.setName("demo.menu.theme." + theme.option());
            item.addActionListener(event -> theme.apply());
            themes.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        JMenu languages = menu("Language of the login", KeyEvent.VK_L);
        languages.setName("demo.menu.languages");
        ButtonGroup group = new ButtonGroup();
        for (Locale locale : Languages.all()) {
            boolean isOn = locale.getLanguage().equals(app.locale().getLanguage());
            JMenuItem item = always(new JRadioButtonMenuItem(Languages.nameOf(locale), isOn));
            item.setName("demo.menu.language." + locale.toLanguageTag());
            item.addActionListener(event -> app.setLocale(locale));
            group.add(item);
            languages.add(item);
        }
        menu.add(languages);
        return menu;
    }

    private JMenu standIn(StandIn standIn) {
        JMenu menu = menu("Stand-in", KeyEvent.VK_T);
        JMenuItem expire = item("demo.menu.expire", "&Expire now", KeyEvent.VK_E, app::expireNow);
        menu.add(expire);
        JCheckBoxMenuItem shortSessions = new JCheckBoxMenuItem("Sessions of three minutes from the next login on");
        shortSessions.addActionListener(
                event -> standIn.site().setTokenLifetime(shortSessions.isSelected() ? SHORT_SESSION : USUAL_SESSION));
        menu.add(always(shortSessions));
        JCheckBoxMenuItem down = new JCheckBoxMenuItem("Out of reach");
        down.setName("demo.menu.down");
        down.addActionListener(event -> standIn.site().setDown(down.isSelected()));
        menu.add(always(down));
        return menu;
    }

    private JMenu help() {
        JMenu menu = menu("Help", KeyEvent.VK_H);
        JMenuItem about = new JMenuItem(Parts.action("&About", window::about));
        about.setName("demo.menu.about");
        menu.add(about);
        return menu;
    }

    private static JMenu menu(String title, int mnemonic) {
        JMenu menu = new JMenu(title);
        menu.setMnemonic(mnemonic);
        return menu;
    }

    private static JMenuItem item(String name, String title, int key, Runnable run) {
        Action action = Parts.action(title, run);
        action.putValue(
                Action.ACCELERATOR_KEY,
                KeyStroke.getKeyStroke(key, Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx()));
        JMenuItem item = new JMenuItem(action);
        item.setName(name);
        return item;
    }

    /** Keeps an item usable while nobody is logged in. */
    private static <T extends JMenuItem> T always(T item) {
        item.putClientProperty("AuthGate.alwaysEnabled", Boolean.TRUE);
        return item;
    }
}
