package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.authgate.SiteInfo;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture of a site: what is asked for it, of whom, and what is taken for one. */
class SiteIconsTest {

    private static final String ICON_PATH = "/wp-content/uploads/icon.png";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};

    @RegisterExtension
    final FakeSite site = new FakeSite();

    @RegisterExtension
    final FakeSite other = new FakeSite();

    private WordPressAuthService service;

    @BeforeEach
    void start() {
        site.works();
        service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).apiKey("the-key").build());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void iconIsAt(String url) {
        site.stub(
                get(urlPathEqualTo(FakeSite.INDEX_PATH)),
                FakeSite.json("{'name':'Example','url':'https://example.org','namespaces':['jwt-auth/v1'],"
                        + "'site_icon_url':'" + url + "'}"));
    }

    private void answers(ResponseDefinitionBuilder answer) {
        iconIsAt(site.address() + ICON_PATH);
        site.stub(get(urlPathEqualTo(ICON_PATH)), answer);
    }

    private static ResponseDefinitionBuilder picture(String type) {
        return aResponse().withHeader("Content-Type", type).withBody(PICTURE);
    }

    private Optional<byte[]> icon() throws Exception {
        Optional<SiteInfo> info = service.prepare().get(20, TimeUnit.SECONDS);
        assertThat(info).as("the name comes with or without a picture").isPresent();
        return info.get().icon();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "IMAGE/PNG; charset=binary"})
    void aPngOrJpegOfTheSiteItselfIsTaken(String type) throws Exception {
        answers(picture(type));

        assertThat(icon()).hasValue(PICTURE);
    }

    @Test
    void neitherKeyNorTokenNorCookieGoesAlong() throws Exception {
        answers(picture("image/png"));
        icon();

        LoggedRequest request = site.request(ICON_PATH);
        assertThat(request.getAllHeaderKeys())
                .noneMatch(name -> name.equalsIgnoreCase("X-API-KEY")
                        || name.equalsIgnoreCase("Authorization")
                        || name.equalsIgnoreCase("Cookie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:1/icon.png",
                "https://127.0.0.1/icon.png",
                "http://user@127.0.0.1/icon.png",
                "//127.0.0.1/icon.png",
                "file:///etc/passwd",
                "data:image/png;base64,AAAA",
                "/wp-content/icon.png",
                "not a url",
                "",
            })
    void anAddressElsewhereIsNotEvenAsked(String url) throws Exception {
        iconIsAt(url);

        assertThat(icon()).isEmpty();
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void anotherPortIsAnotherServer() throws Exception {
        other.stub(get(urlPathEqualTo(ICON_PATH)), picture("image/png"));
        iconIsAt(other.address() + ICON_PATH);

        assertThat(icon()).isEmpty();
        assertThat(other.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, image/svg+xml",
        "200, text/html",
        "200, image/gif",
        "404, image/png",
        "401, image/png",
        "500, image/png",
    })
    void anythingElseIsNoPicture(int status, String type) throws Exception {
        answers(picture(type).withStatus(status));

        assertThat(icon()).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        answers(aResponse().withStatus(302).withHeader("Location", site.address() + "/other.png"));
        site.stub(get(urlPathEqualTo("/other.png")), picture("image/png"));

        assertThat(icon()).isEmpty();
        assertThat(site.asked()).noneMatch(request -> request.contains("/other.png"));
    }

    @Test
    void aPictureOfMoreThan64KibibytesIsNotRead() throws Exception {
        answers(aResponse().withHeader("Content-Type", "image/png").withBody(new byte[64 * 1024 + 1]));

        assertThat(icon()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionCostsThePictureOnly(Fault fault) throws Exception {
        answers(aResponse().withFault(fault));

        assertThat(icon()).isEmpty();
    }

    @Test
    void aLoginAsksForNoPicture() throws Exception {
        answers(picture("image/png"));
        service.login(new io.github.authgate.Credentials("ann", "secret".toCharArray(), false))
                .get(20, TimeUnit.SECONDS);

        assertThat(site.asked()).noneMatch(request -> request.contains(ICON_PATH));
    }
}
