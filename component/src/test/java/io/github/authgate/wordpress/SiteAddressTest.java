package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org,                          https://example.org",
        "https://example.org/,                         https://example.org",
        "https://example.org///,                       https://example.org",
        "HTTPS://Example.ORG:443/,                     https://example.org",
        "https://example.org:8443,                     https://example.org:8443",
        "https://example.org/blog,                     https://example.org/blog",
        "https://example.org/Blog/,                    https://example.org/Blog",
        "https://example.org//blog,                    https://example.org/blog",
        "https://example.org/a/./b/../blog,            https://example.org/a/blog",
        "https://example.org/wp-admin,                 https://example.org",
        "https://example.org/blog/wp-admin/index.php?page=x#top, https://example.org/blog",
        "https://example.org/wp-login.php?action=lostpassword, https://example.org",
        "https://example.org/wp-json,                  https://example.org",
        "https://example.org/wp-json/jwt-auth/v1/token, https://example.org",
        "https://example.org/index.php/wp-json/,       https://example.org",
        "https://[2001:DB8::1]:8443/blog,              https://[2001:db8::1]:8443/blog",
        "https://127.0.0.1,                            https://127.0.0.1",
        "http://localhost:8080/,                       http://localhost:8080",
        "http://127.0.0.1:80,                          http://127.0.0.1",
        "http://127.9.9.9,                             http://127.9.9.9",
        "http://[::1]:8080,                            http://[::1]:8080",
    })
    void takesWhatPeopleTypeAndPaste(String given, String site) {
        assertThat(SiteAddress.of(URI.create(given), false)).hasToString(site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "localhost:8080",
                "ftp://example.org",
                "file:///etc/passwd",
                "mailto:ann@example.org",
                "https:example.org",
                "https:///blog",
                "https://user:secret@example.org",
                "https://user:secret@example.org/wp-admin",
                "https://example.org/?page_id=2",
                "https://example.org/#top",
                "https://ex%61mple.org",
                "https://m\u00fcller.example",
                "https://example.org:0",
                "https://example.org:65536",
                "https://example.org/../blog",
                "https://example.org/%2e%2e/blog",
                "https://example.org/a%2Fblog",
                "https://example.org/a%5cblog",
                "http://example.org",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "http://10.0.0.1",
            })
    void refusesWhatIsNoSafeAddressAndNeverQuotesAPassword(String given) {
        assertThatThrownBy(() -> SiteAddress.of(URI.create(given), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The site's address ")
                .hasMessageEndingWith(".")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void takesPlainHttpWhereTheHostAllowsIt() {
        assertThat(SiteAddress.of(URI.create("http://intranet/blog/"), true)).hasToString("http://intranet/blog");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/blog",
                "https://example.org/blog/",
                "https://EXAMPLE.org:443/blog/wp-json/wp/v2/posts?per_page=5",
                "https://example.org/blog/?rest_route=/wp/v2/posts",
            })
    void knowsWhatBelongsToTheSite(String uri) {
        assertThat(SiteAddress.of(URI.create("https://example.org/blog"), false).contains(URI.create(uri)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/blog/",
                "https://example.org:8443/blog/",
                "https://example.org.evil.example/blog/",
                "https://evil.example/blog/",
                "https://user@example.org/blog/",
                "https://example.org/",
                "https://example.org/blogs",
                "https://example.org/blog/../admin",
                "https://example.org/blog/%2e%2e/admin",
                "https://example.org/blog/..%2Fadmin",
                "https://example.org/blog/..%5cadmin",
                "/blog/wp-json",
                "mailto:ann@example.org",
            })
    void knowsWhatLeavesTheSite(String uri) {
        assertThat(SiteAddress.of(URI.create("https://example.org/blog"), false).contains(URI.create(uri)))
                .isFalse();
    }
}
