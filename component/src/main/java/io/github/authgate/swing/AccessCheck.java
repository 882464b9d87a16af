package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a host asks of users who are logged in before it shows them its content. Where the server did not say what a user
 * may do, nobody passes who would have to.
 *
 * <p>Use only on the event dispatch thread.
 */
final class AccessCheck {

    private @Nullable Predicate<? super AuthSession> rule;
    private @Nullable String capability;

    void setRule(@Nullable Predicate<? super AuthSession> rule) {
        this.rule = rule;
    }

    @Nullable
    String capability() {
        return capability;
    }

    void setCapability(@Nullable String capability) {
        this.capability = capability;
    }

    /**
     * Lets a user pass, or says why not.
     *
     * @throws AuthException the refusal; a rule that throws refuses
     */
    void require(AuthSession session) throws AuthException {
        boolean isRestricted = rule != null || capability != null;
        if (isRestricted && !session.user().rolesKnown()) {
            throw new AuthException(Reason.ACCOUNT_REFUSED, "roles_unknown", null);
        }
        if (capability != null && !session.user().hasCapability(capability)) {
            throw new AuthException(Reason.ACCOUNT_REFUSED, "capability_missing", null);
        }
        if (rule != null && !passes(rule, session)) {
            throw new AuthException(Reason.ACCOUNT_REFUSED, "rule_refused", null);
        }
    }

    private static boolean passes(Predicate<? super AuthSession> rule, AuthSession session) throws AuthException {
        try {
            return rule.test(session);
        } catch (RuntimeException | Error e) {
            Edt.report(e);
            throw new AuthException(Reason.SERVER_FAULT, "content_failed", null);
        }
    }
}
