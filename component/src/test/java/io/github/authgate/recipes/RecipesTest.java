package io.github.authgate.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.LoginPanel;
import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;

/** What the recipes promise in numbers, and the one that needs no window. */
class RecipesTest {

    private static final Path SOURCES = Path.of("src/test/java/io/github/authgate/recipes");

    private final AuthService staff = new StaffService(new RecipesGuiTest.TestStaff());

    @Test
    void aLegacyFrameChangesInThreeLinesBesideItsImports() throws IOException {
        List<String> added = code("LegacyTool");
        code("LegacyToolBefore").forEach(added::remove);
        List<String> removed = code("LegacyToolBefore");
        code("LegacyTool").forEach(removed::remove);

        assertThat(added).hasSizeLessThanOrEqualTo(3);
        assertThat(removed).hasSizeLessThanOrEqualTo(3);
    }

    private static List<String> code(String name) throws IOException {
        return Files.readString(SOURCES.resolve(name + ".java"))
                .lines()
                .filter(line -> !line.startsWith("import") && !line.startsWith("/**"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void anOwnServiceTakesNoMoreThanThirtyLines() throws IOException {
        assertThat(statements("StaffService")).isLessThanOrEqualTo(30);
    }

    @Test
    void theJaasBridgeStaysUnderAHundredLines() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("AuthGateLoginModule.java"))
                        .lines()
                        .filter(line -> !line.isBlank()))
                .hasSizeLessThan(100);
    }

    private static long statements(String name) throws IOException {
        return Files.readString(SOURCES.resolve(name + ".java"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import") && !line.startsWith("package"))
                .filter(line -> !line.startsWith("/**") && !line.startsWith("@Override") && !line.equals("}"))
                .count();
    }

    @Test
    void aGuiBuilderShowsWhatTheBeansAre() throws IntrospectionException {
        BeanInfo gate = Introspector.getBeanInfo(AuthGate.class);
        BeanInfo form = Introspector.getBeanInfo(LoginPanel.class);

        assertThat(gate.getBeanDescriptor().getShortDescription()).startsWith("Shows its content");
        assertThat(form.getBeanDescriptor().getShortDescription()).startsWith("Asks for a name");
        assertThat(gate.getPropertyDescriptors()[gate.getDefaultPropertyIndex()].getName())
                .isEqualTo("content");
        assertThat(form.getPropertyDescriptors()[form.getDefaultPropertyIndex()].getName())
                .isEqualTo("title");
    }

    @Test
    void jaasGetsTheUserAsPrincipalAndLosesItAtLogout() throws LoginException {
        LoginContext context = context("secret");

        context.login();
        Subject subject = context.getSubject();

        assertThat(subject.getPrincipals(AuthUser.class))
                .extracting(AuthUser::getName)
                .containsExactly("ann");
        assertThat(subject.getPrivateCredentials(AuthSession.class)).hasSize(1);

        context.logout();

        assertThat(subject.getPrincipals()).isEmpty();
        assertThat(subject.getPrivateCredentials()).isEmpty();
    }

    @Test
    void jaasRefusesAWrongPassword() throws LoginException {
        LoginContext context = context("wrong");

        assertThatThrownBy(context::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessageContaining("INVALID_CREDENTIALS");
    }

    private LoginContext context(String password) throws LoginException {
        CallbackHandler handler = callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback) {
                    ((NameCallback) callback).setName("ann");
                } else {
                    ((PasswordCallback) callback).setPassword(password.toCharArray());
                }
            }
        };
        return new LoginContext("orders", new Subject(), handler, new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                            AuthGateLoginModule.class.getName(),
                            LoginModuleControlFlag.REQUIRED,
                            Map.of("service", staff))
                };
            }
        });
    }
}
