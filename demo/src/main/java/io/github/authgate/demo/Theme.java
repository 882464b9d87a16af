package io.github.authgate.demo;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Insets;
import java.awt.Window;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/** The looks that the demo can put on while it runs. */
enum Theme {
    LIGHT("FlatLaf light") {
        @Override
        String lookAndFeel() {
            return FlatLightLaf.class.getName();
        }
    },
    DARK("FlatLaf dark") {
        @Override
        String lookAndFeel() {
            return FlatDarkLaf.class.getName();
        }
    },
    METAL("Metal") {
        @Override
        String lookAndFeel() {
            return UIManager.getCrossPlatformLookAndFeelClassName();
        }
    },
    NIMBUS("Nimbus") {
        @Override
        String lookAndFeel() {
            return "javax.swing.plaf.nimbus.NimbusLookAndFeel";
        }
    },
    SYSTEM("System") {
        @Override
        String lookAndFeel() {
            return UIManager.getSystemLookAndFeelClassName();
        }
    };

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    abstract String lookAndFeel();

    String title() {
        return title;
    }

    /** Returns what stands behind {@code --theme}. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> options() {
        return Stream.of(values()).map(Theme::option).collect(Collectors.toList());
    }

    /** Puts this look on every window that is open, and on those that will be. */
    void apply() {
        UIManager.put("Table.cellMargins", new Insets(2, 8, 2, 8)); // FlatLaf's; the others have their own idea
        try {
            UIManager.setLookAndFeel(lookAndFeel());
        } catch (ReflectiveOperationException | UnsupportedLookAndFeelException e) {
            throw new IllegalStateException("The look and feel " + title + " is not there.", e);
        }
        for (Window window : Window.getWindows()) {
            SwingUtilities.updateComponentTreeUI(window);
        }
    }
}
