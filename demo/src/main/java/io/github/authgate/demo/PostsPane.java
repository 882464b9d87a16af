package io.github.authgate.demo;

import io.github.authgate.AuthException;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** The newest posts of the site, asked for with the session, and their titles to change. */
final class PostsPane extends JPanel {

    private static final long serialVersionUID = 1L;

    private final transient PostsClient client;
    private final boolean editable;
    private final DefaultListModel<Post> posts = new DefaultListModel<>();
    private final JList<Post> list = Parts.named("demo.posts", new JList<>(posts));
    private final UndoableField title = Parts.named("demo.postTitle", new UndoableField(30));
    private final JButton save = Parts.named("demo.savePost", new JButton(Parts.action("Save title", this::save)));
    private final JLabel message = Parts.plainLabel("demo.postMessage");

    /**
     * @param editable whether titles can be changed: those of a real site are not for playing
     */
    PostsPane(PostsClient client, boolean editable) {
        super(new BorderLayout());
        this.client = client;
        this.editable = editable;
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new PostRenderer());
        list.setFixedCellHeight(Parts.rowHeight(list));
        list.addListSelectionListener(event -> showSelected());
        add(Parts.scroll(list), BorderLayout.CENTER);
        add(bottom(), BorderLayout.SOUTH);
        showSelected();
    }

    private JPanel bottom() {
        JPanel bottom = new JPanel(new MigLayout("insets 8 10 8 10, fillx", "[][grow, fill][][]", "[][]"));
        JLabel label = new JLabel("Title:");
        label.setLabelFor(title);
        title.addActionListener(event -> save());
        JButton refresh = new JButton(Parts.action("Refresh", this::refresh));
        if (editable) {
            bottom.add(label);
            bottom.add(title);
            bottom.add(save);
            bottom.add(Parts.named("demo.refreshPosts", refresh), "wrap");
            bottom.add(message, "span, growx, wmin 0");
        } else {
            bottom.add(message, "span 3, growx, wmin 0");
            bottom.add(Parts.named("demo.refreshPosts", refresh));
        }
        return bottom;
    }

    @Override
    public void addNotify() {
        super.addNotify();
        if (posts.isEmpty()) {
            refresh();
        }
    }

    void refresh() {
        say("Asking the site…");
        then(client.newest(), this::show);
    }

    private void show(List<Post> newest) {
        int selected = Math.max(0, list.getSelectedIndex());
        posts.clear();
        newest.forEach(posts::addElement);
        list.setSelectedIndex(Math.min(selected, posts.size() - 1));
        say(newest.isEmpty() ? "The site has no posts." : "The newest posts of the site.");
    }

    private void showSelected() {
        Post post = list.getSelectedValue();
        title.load(post == null ? "" : post.title());
        title.setEnabled(post != null);
        save.setEnabled(post != null);
    }

    private void save() {
        Post post = list.getSelectedValue();
        if (post != null && !title.getText().isBlank()) {
            say("Saving…");
            int index = list.getSelectedIndex();
            then(client.rename(post.id(), title.getText().strip()), renamed -> {
                posts.set(index, renamed);
                say("Saved on the site.");
            });
        }
    }

    private <T> void then(CompletableFuture<T> future, Consumer<T> show) {
        future.whenComplete((value, failure) -> EventQueue.invokeLater(() -> {
            if (failure == null) {
                show.accept(value);
            } else {
                say(sentence(failure instanceof CompletionException ? failure.getCause() : failure));
            }
        }));
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof PostsClient.Refused) {
            return failure.getMessage();
        }
        if (failure instanceof CancellationException) {
            return "";
        }
        boolean isUnreachable = failure instanceof AuthException
                && ((AuthException) failure).reason() == AuthException.Reason.SERVER_UNREACHABLE;
        return isUnreachable ? "The site cannot be reached." : "That did not work.";
    }

    private void say(String text) {
        message.setText(text.isEmpty() ? " " : text);
    }

    private static final class PostRenderer extends DefaultListCellRenderer {

        private static final long serialVersionUID = 1L;

        private PostRenderer() {
            putClientProperty("html.disable", Boolean.TRUE);
        }

        @Override
        public java.awt.Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
            Post post = (Post) value;
            return super.getListCellRendererComponent(
                    list, "  " + post.date() + "   " + post.title(), index, isSelected, hasFocus);
        }
    }
}
