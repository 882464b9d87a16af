package io.github.authgate.swing;

import com.formdev.flatlaf.FlatDarculaLaf;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatIntelliJLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.themes.FlatMacDarkLaf;
import com.formdev.flatlaf.themes.FlatMacLightLaf;
import java.awt.GraphicsEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import javax.swing.plaf.metal.MetalLookAndFeel;
import javax.swing.plaf.nimbus.NimbusLookAndFeel;

/** The look and feels that AuthGate is made to look well in, each with what installs it. */
final class Looks {

    private static final Map<String, String> HIGH_CONTRAST = Map.of(
            "@background", "#000",
            "@foreground", "#fff",
            "@componentBackground", "#000",
            "@accentColor", "#ff0",
            "Component.borderColor", "#fff",
            "Component.linkColor", "#ff0",
            "Button.borderColor", "#fff",
            "Button.default.background", "#ff0",
            "Button.default.foreground", "#000",
            "Actions.Red", "#f99");

    private Looks() {}

    static Map<String, Runnable> all() {
        Map<String, Runnable> looks = new LinkedHashMap<>();
        looks.put("light", () -> install(new FlatLightLaf()));
        looks.put("dark", () -> install(new FlatDarkLaf()));
        looks.put("intellij", () -> install(new FlatIntelliJLaf()));
        looks.put("darcula", () -> install(new FlatDarculaLaf()));
        looks.put("maclight", () -> install(new FlatMacLightLaf()));
        looks.put("macdark", () -> install(new FlatMacDarkLaf()));
        looks.put("contrast", Looks::installHighContrast);
        looks.put("metal", () -> install(new MetalLookAndFeel()));
        looks.put("nimbus", () -> install(new NimbusLookAndFeel()));
        looks.put("motif", () -> install("com.sun.java.swing.plaf.motif.MotifLookAndFeel"));
        if (!GraphicsEnvironment.isHeadless()) {
            looks.put("gtk", () -> install("com.sun.java.swing.plaf.gtk.GTKLookAndFeel"));
        }
        return looks;
    }

    /** FlatLaf's dark theme in black, white and yellow, as a host would make it for people who see badly. */
    private static void installHighContrast() {
        FlatLaf.setGlobalExtraDefaults(HIGH_CONTRAST);
        install(new FlatDarkLaf());
        FlatLaf.setGlobalExtraDefaults(null);
    }

    private static void install(LookAndFeel look) {
        try {
            UIManager.setLookAndFeel(look);
        } catch (UnsupportedLookAndFeelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void install(String className) {
        try {
            UIManager.setLookAndFeel(className);
        } catch (ReflectiveOperationException | UnsupportedLookAndFeelException e) {
            throw new IllegalStateException(className, e);
        }
    }
}
