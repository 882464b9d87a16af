package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.authgate.Credentials;
import io.github.authgate.TokenStore;
import io.github.authgate.gui.GuiTest;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.swing.AuthModel.State;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can block, in a session's whole life: each is watched for being called on the event dispatch thread. */
class EventThreadGuiTest extends GuiTest {

    /** What can block, and where it is seen. */
    private enum Work {
        /** Opening a file or a keychain: every call of the token store. */
        STORE,
        /** Looking for a way to a server and sending something: before each request, the JDK asks which proxy to take. */
        SEND,
        /** Reading an answer: what dates mean is asked for each. */
        READ,
        /** Decoding an image. */
        DECODE
    }

    private static final String POSTS_PATH = "/wp-json/wp/v2/posts";
    private static final String ICON_PATH = "/icon.png";

    @RegisterExtension
    final FakeSite site = new FakeSite();

    private final Set<Work> seen = ConcurrentHashMap.newKeySet();
    private final List<Throwable> onEventThread = new CopyOnWriteArrayList<>();
    private final ImageReaderSpi usualReaders =
            ImageIO.getImageReadersByFormatName("png").next().getOriginatingProvider();
    private final ImageReaderSpi watchedReaders = new WatchedReaders();
    private WordPressAuthService service;
    private AuthModel model;

    @AfterEach
    void close() {
        IIORegistry.getDefaultInstance().deregisterServiceProvider(watchedReaders);
        service.close();
    }

    private void look(Work work) {
        seen.add(work);
        if (EventQueue.isDispatchThread()) {
            onEventThread.add(new Throwable(work.name()));
        }
    }

    @Test
    void nothingThatCanBlockHappensOnTheEventDispatchThread() throws IOException {
        IIORegistry.getDefaultInstance().registerServiceProvider(watchedReaders);
        IIORegistry.getDefaultInstance().setOrdering(ImageReaderSpi.class, watchedReaders, usualReaders);
        site.works();
        site.stub(get(urlPathEqualTo(FakeSite.INDEX_PATH)), indexWithIcon());
        site.stub(
                get(urlPathEqualTo(ICON_PATH)),
                aResponse().withHeader("Content-Type", "image/png").withBody(png()));
        site.stub(get(urlPathEqualTo(POSTS_PATH)), FakeSite.json("[]"));
        WatchedStore store = new WatchedStore();
        store.actual.save(site.address().toString(), FakeSite.token(7, 1_000, 4_600));
        service = WordPressAuthService.builder(
                        WordPressConfig.builder(site.address()).build())
                .tokenStore(store)
                .proxy(new WatchedProxies())
                .clock(new WatchedClock())
                .build();

        show(() -> {
            model = new AuthModel(service);
            return new AuthGate(model, session -> new JPanel());
        });
        untilStateIs(State.LOGGED_IN); // restored
        doOnEdt(model::lock);
        untilStateIs(State.LOCKED);
        until("the icon is decoded", () -> seen.contains(Work.DECODE));
        site.stub(post(urlPathEqualTo(FakeSite.TOKEN_PATH)), FakeSite.refused(403, "[jwt_auth] incorrect_password"));
        logIn();
        until("access is denied", () -> model.getFailure() != null && !model.isBusy());
        site.works();
        logIn();
        untilStateIs(State.LOGGED_IN);
        HttpRequest posts =
                HttpRequest.newBuilder(URI.create(site.address() + POSTS_PATH)).build();
        value(onEventThread(() -> model.call(session -> service.send(session, posts, BodyHandlers.ofString()))));
        doOnEdt(() -> model.sessionExpired());
        logIn();
        untilStateIs(State.LOGGED_IN);
        doOnEdt(model::logout);
        value(site.requested(FakeSite.LOGOUT_PATH));
        assertThat(value(onEventThread(service::diagnose))).isPresent();

        assertThat(onEventThread).isEmpty();
        assertThat(seen).as("watched at all").containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Work.class));
    }

    private void logIn() {
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), true)));
    }

    private void untilStateIs(State state) {
        until("the state is " + state, () -> model.getState() == state);
    }

    private static <T> CompletableFuture<T> onEventThread(Supplier<CompletableFuture<T>> question) {
        return onEdt(question::get);
    }

    private ResponseDefinitionBuilder indexWithIcon() {
        return FakeSite.json("{'name':'x','url':'" + site.address() + "','namespaces':['jwt-auth/v1','authgate/v1'],"
                + "'site_icon_url':'" + site.address() + ICON_PATH + "'}");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    private final class WatchedStore implements TokenStore {

        private final TokenStore actual = TokenStore.inMemory();

        @Override
        public Optional<String> load(String key) throws IOException {
            look(Work.STORE);
            return actual.load(key);
        }

        @Override
        public void save(String key, String secret) throws IOException {
            look(Work.STORE);
            actual.save(key, secret);
        }

        @Override
        public void delete(String key) throws IOException {
            look(Work.STORE);
            actual.delete(key);
        }
    }

    private final class WatchedProxies extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            look(Work.SEND);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }

    private final class WatchedClock extends Clock {

        @Override
        public Instant instant() {
            look(Work.READ);
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class WatchedReaders extends ImageReaderSpi {

        WatchedReaders() {
            super(
                    "test",
                    "1",
                    new String[] {"png"},
                    new String[] {"png"},
                    new String[] {"image/png"},
                    ImageReader.class.getName(),
                    new Class<?>[] {ImageInputStream.class},
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public boolean canDecodeInput(Object source) {
            return false;
        }

        @Override
        public ImageReader createReaderInstance(Object extension) throws IOException {
            look(Work.DECODE);
            return usualReaders.createReaderInstance(extension);
        }

        @Override
        public String getDescription(Locale locale) {
            return "PNG, watched";
        }
    }
}
