package io.github.authgate.swing;

import io.github.authgate.AuthSession;
import java.awt.Component;
import java.beans.PropertyVetoException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** The application of a random walk: well-behaved at first, careless when the walk says so. */
final class WalkHost {

    /** What can be wrong with a content. */
    enum Trouble {
        NONE,
        THROWS,
        ERROR,
        NULL,
        IN_USE,
        /** Throws when it is put into a window. */
        REFUSES_TO_COME,
        /** Throws when it is taken out of its window. */
        REFUSES_TO_GO,
        LOGS_OUT
    }

    /** What a careless host throws, to be told from what we throw. */
    static final class HostFault extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static final class HostError extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final AuthModel model;
    private final Runnable onLogout;
    private final List<List<Owned>> contents = List.of(new ArrayList<>(), new ArrayList<>());
    boolean vetoing;
    boolean allowing = true;
    boolean ruleThrows;
    boolean logsOutAtOnce;
    Trouble trouble = Trouble.NONE;

    /**
     * @param onLogout told that this host has logged out by itself
     */
    WalkHost(AuthModel model, Runnable onLogout) {
        this.model = model;
        this.onLogout = onLogout;
        model.addVetoableChangeListener(event -> {
            if (vetoing) {
                throw new PropertyVetoException("no", event);
            }
        });
        model.addPropertyChangeListener("session", event -> {
            if (logsOutAtOnce && event.getNewValue() != null) {
                logsOutAtOnce = false;
                logout();
            }
        });
    }

    private void logout() {
        model.logout();
        onLogout.run();
    }

    List<Owned> contents(int gate) {
        return contents.get(gate);
    }

    JComponent make(int gate, AuthSession session) {
        Trouble now = trouble;
        trouble = Trouble.NONE;
        switch (now) {
            case THROWS:
                throw new HostFault();
            case ERROR:
                throw new HostError();
            case NULL:
                return null;
            case LOGS_OUT:
                logout();
                break;
            default:
        }
        Owned owned = new Owned(session.user().getName(), now);
        if (now == Trouble.IN_USE) {
            new JPanel().add(owned);
        }
        contents.get(gate).add(owned);
        return owned;
    }

    boolean allows() {
        if (ruleThrows) {
            throw new HostFault();
        }
        return allowing;
    }

    /** Lets go of what is out of every tree, so that a long walk does not have to look at all it has ever made. */
    void forgetUnused(int gate, Component kept) {
        contents.get(gate).removeIf(owned -> owned.getParent() == null && owned != kept);
    }

    /** A content and the user for whom it was made. */
    static final class Owned extends JPanel {

        private static final long serialVersionUID = 1L;

        private final String owner;
        private final Trouble trouble;

        private Owned(String owner, Trouble trouble) {
            this.owner = owner;
            this.trouble = trouble;
        }

        String owner() {
            return owner;
        }

        @Override
        public void addNotify() {
            super.addNotify();
            if (trouble == Trouble.REFUSES_TO_COME) {
                throw new HostFault();
            }
        }

        @Override
        public void removeNotify() {
            super.removeNotify();
            if (trouble == Trouble.REFUSES_TO_GO) {
                throw new HostFault();
            }
        }
    }
}
