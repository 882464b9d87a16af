package io.github.authgate.gui;

import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives GUI tests a display inside the JVM (the Cacio toolkit), before anything touches AWT, and mends three things in
 * it. Active with {@code -Dgui.mode=cacio}; otherwise the real display is used.
 */
public final class VirtualDisplay implements LauncherSessionListener {

    /** What {@link Toolkit#getLockingKeyState} answers on the virtual display. */
    static final String CAPS_LOCK = "gui.test.capsLock";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        start();
    }

    /** Does it for a program that no launcher of tests starts. */
    public static void start() {
        if (!"cacio".equals(System.getProperty("gui.mode"))) {
            return;
        }
        try {
            Class.forName("com.github.caciocavallosilano.cacio.ctc.junit.CacioExtension");
            Class<?> robot = Class.forName("com.github.caciocavallosilano.cacio.ctc.CTCRobotPeer");
            redefine(
                    new ByteBuddy()
                            .redefine(robot)
                            .visit(Advice.to(AltPressed.class).on(ElementMatchers.named("keyPress")))
                            .visit(Advice.to(AltReleased.class).on(ElementMatchers.named("keyRelease"))),
                    robot.getClassLoader());
            redefine(
                    new ByteBuddy()
                            .redefine(Toolkit.class)
                            .visit(Advice.to(LockingKey.class).on(ElementMatchers.named("getLockingKeyState"))),
                    null);
            if (Runtime.version().feature() >= 18
                    && System.getProperty("os.name").startsWith("Linux")) {
                Class<?> fonts = Class.forName("sun.awt.X11FontManager", false, null);
                redefine(
                        new ByteBuddy()
                                .redefine(fonts)
                                .visit(Advice.to(FontPath.class).on(ElementMatchers.named("getFontPath"))),
                        null);
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("The virtual display cannot be set up.", e);
        }
    }

    private static void redefine(DynamicType.Builder<?> type, ClassLoader loader) {
        type.make().load(loader, ClassReloadingStrategy.fromInstalledAgent());
    }

    /** Cacio's robot forgets that Alt is down, so no mnemonic would ever work. */
    @SuppressWarnings("deprecation") // the masks that Cacio counts in
    static final class AltPressed {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) int key,
                @Advice.FieldValue(value = "currentModifiers", readOnly = false) int modifiers) {
            if (key == KeyEvent.VK_ALT) {
                modifiers |= InputEvent.ALT_MASK;
            }
        }
    }

    @SuppressWarnings("deprecation") // the masks that Cacio counts in
    static final class AltReleased {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) int key,
                @Advice.FieldValue(value = "currentModifiers", readOnly = false) int modifiers) {
            if (key == KeyEvent.VK_ALT) {
                modifiers &= ~InputEvent.ALT_MASK;
            }
        }
    }

    /** Cacio has no locking keys and throws, which FlatLaf's password field does not expect. */
    static final class LockingKey {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean locked) {
            locked = Boolean.getBoolean("gui.test.capsLock");
        }
    }

    /** Without an X display the JDK's native look-up of the font path crashes the JVM at the first fallback font. */
    static final class FontPath {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String path) {
            path = "/usr/share/fonts";
        }
    }
}
