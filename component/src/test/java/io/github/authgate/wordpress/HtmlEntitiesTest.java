package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Sam Sub &amp; Co,            Sam Sub & Co",
                "&lt;b&gt;&quot;x&quot;,      <b>\"x\"",
                "O&#039;Hara,                 O'Hara",
                "O&#8217;Hara,                O\u2019Hara",
                "&#x1F600;,                   \uD83D\uDE00",
                "&amp;lt;,                    &lt;",
                "&amp;amp;amp;,               &amp;amp;",
                "AT&T,                        AT&T",
                "&unknown;,                   &unknown;",
                "&#0;,                        &#0;",
                "&#xD800;,                    &#xD800;",
                "&#9999999;,                  &#9999999;",
                "&amp,                        &amp",
                "cash $1 \\1,                 cash $1 \\1",
            })
    void decodesOnce(String escaped, String plain) {
        assertThat(HtmlEntities.decode(escaped)).isEqualTo(plain);
    }
}
