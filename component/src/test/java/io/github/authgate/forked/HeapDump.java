package io.github.authgate.forked;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A heap dump in the JDK's own format (HPROF 1.0.2): finds bytes in it, and says what holds them.
 *
 * <p>Only what can be reached is in a dump of live objects, so that whatever is found is held by something.
 */
final class HeapDump {

    private static final int[] SIZES = {0, 0, 8, 0, 1, 2, 4, 8, 1, 2, 4, 8};
    private static final int OBJECT = 2;

    private final ByteBuffer file;
    private final Map<Long, String> strings = new HashMap<>();
    private final Map<Long, String> classNames = new HashMap<>();
    private final Map<Long, Long> supers = new HashMap<>();
    private final Map<Long, List<Field>> fields = new HashMap<>();
    private final Map<Long, Map<Long, String>> statics = new HashMap<>();
    private final Map<Long, Integer> positions = new HashMap<>();
    private final Set<Long> roots = new HashSet<>();
    private final List<Integer> beginnings = new ArrayList<>();

    // of the walk from the roots: what holds an object, and under which name
    private final Map<Long, Long> holders = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    private HeapDump(ByteBuffer file) {
        this.file = file;
    }

    static HeapDump read(Path path) throws IOException {
        HeapDump dump = new HeapDump(ByteBuffer.wrap(Files.readAllBytes(path)));
        dump.index();
        dump.search();
        return dump;
    }

    /** Returns how many objects the dump holds, so that a test can tell an empty dump from a clean one. */
    int size() {
        return positions.size();
    }

    /** Returns what holds a canary, in any of the usual encodings: each object once, with the way to it. */
    List<String> holders(String canary) {
        Set<Long> found = new LinkedHashSet<>();
        for (byte[] whole : Canary.encodings(canary)) {
            for (int at : beginnings) {
                if (at + whole.length <= file.limit()
                        && Arrays.equals(file.array(), at, at + whole.length, whole, 0, whole.length)) {
                    found.add(objectAt(at));
                }
            }
        }
        return found.stream().map(this::path).collect(Collectors.toList());
    }

    /** Finds where canaries begin, in any encoding. */
    private void search() {
        String shared = new Canary(0, Canary.ALIKE).reveal();
        byte[] all = file.array();
        for (byte[] pattern : Canary.encodings(shared)) {
            for (int at = 0; at <= all.length - pattern.length; at++) {
                if (all[at] == pattern[0]
                        && all[at + 1] == pattern[1]
                        && Arrays.equals(all, at, at + pattern.length, pattern, 0, pattern.length)) {
                    beginnings.add(at);
                }
            }
        }
    }

    private long objectAt(int place) {
        long object = 0;
        int begin = 0;
        for (Map.Entry<Long, Integer> candidate : positions.entrySet()) {
            if (candidate.getValue() <= place && candidate.getValue() > begin) {
                begin = candidate.getValue();
                object = candidate.getKey();
            }
        }
        return object;
    }

    /** Returns the shortest way from a root of the garbage collector to an object, the object first. */
    private String path(long target) {
        if (holders.isEmpty()) {
            walkFromRoots();
        }
        StringBuilder path = new StringBuilder(nameOf(target));
        long object = target;
        for (long holder = holders.getOrDefault(object, 0L); holder != 0; holder = holders.get(object)) {
            path.append(" <- ").append(nameOf(holder)).append(names.get(object));
            object = holder;
        }
        return path.toString();
    }

    private void walkFromRoots() {
        Deque<Long> next = new ArrayDeque<>(roots);
        roots.forEach(root -> holders.put(root, 0L));
        while (!next.isEmpty()) {
            long object = next.remove();
            references(object, (reference, name) -> {
                if (holders.putIfAbsent(reference, object) == null) {
                    names.put(reference, name);
                    next.add(reference);
                }
            });
        }
    }

    private String nameOf(long object) {
        Integer position = positions.get(object);
        if (position == null) {
            return "class " + classNames.get(object);
        }
        int tag = file.get(position);
        if (tag == 0x23) {
            int type = file.get(position + 17);
            return (type == 8 ? "byte[" : type == 5 ? "char[" : "array[") + file.getInt(position + 13) + "]";
        }
        return classNames.getOrDefault(file.getLong(position + (tag == 0x21 ? 13 : 17)), "?");
    }

    private void references(long object, BiConsumer<Long, String> visitor) {
        statics.getOrDefault(object, Map.of()).forEach(visitor);
        Integer position = positions.get(object);
        if (position == null) {
            return;
        }
        int tag = file.get(position);
        if (tag == 0x22) {
            int length = file.getInt(position + 13);
            for (int i = 0; i < length; i++) {
                visit(file.getLong(position + 25 + i * 8), "[" + i + "]", visitor);
            }
        } else if (tag == 0x21) {
            int at = position + 25;
            for (long type = file.getLong(position + 13); type != 0; type = supers.getOrDefault(type, 0L)) {
                for (Field field : fields.getOrDefault(type, List.of())) {
                    boolean isStrong = !(field.name.equals("referent")
                            && classNames.get(type).equals("java.lang.ref.Reference"));
                    if (field.type == OBJECT && isStrong) {
                        visit(file.getLong(at), "." + field.name, visitor);
                    }
                    at += SIZES[field.type];
                }
            }
        }
    }

    private static void visit(long reference, String name, BiConsumer<Long, String> visitor) {
        if (reference != 0) {
            visitor.accept(reference, name);
        }
    }

    private void index() throws IOException {
        while (file.get() != 0) {
            // the name of the format
        }
        if (file.getInt() != 8) {
            throw new IOException("Only dumps with identifiers of eight bytes are read.");
        }
        file.getLong();
        Map<Long, Long> namesOfClasses = new HashMap<>();
        while (file.hasRemaining()) {
            int tag = file.get() & 0xff;
            file.getInt();
            int end = file.position() + 4 + file.getInt(file.position());
            file.getInt();
            if (tag == 0x01) {
                long id = file.getLong();
                strings.put(
                        id, new String(file.array(), file.position(), end - file.position(), StandardCharsets.UTF_8));
            } else if (tag == 0x02) {
                file.getInt();
                long id = file.getLong();
                file.getInt();
                namesOfClasses.put(id, file.getLong());
            } else if (tag == 0x0c || tag == 0x1c) {
                while (file.position() < end) {
                    indexObject();
                }
            }
            file.position(end);
        }
        namesOfClasses.forEach(
                (id, name) -> classNames.put(id, strings.get(name).replace('/', '.')));
    }

    private void indexObject() throws IOException {
        int position = file.position();
        int tag = file.get() & 0xff;
        long id = file.getLong();
        switch (tag) {
            case 0x05:
            case 0x07:
            case 0xff:
                root(id, 0);
                break;
            case 0x01:
            case 0x02:
            case 0x03:
            case 0x08:
                root(id, 8);
                break;
            case 0x04:
            case 0x06:
                root(id, 4);
                break;
            case 0x20:
                indexClass(id);
                break;
            case 0x21:
                positions.put(id, position);
                skip(12);
                skip(file.getInt());
                break;
            case 0x22:
                positions.put(id, position);
                skip(4);
                int length = file.getInt();
                skip(8 + length * 8);
                break;
            case 0x23:
                positions.put(id, position);
                skip(4);
                int count = file.getInt();
                skip(count * SIZES[file.get()]);
                break;
            default:
                throw new IOException("What is " + tag + "?");
        }
    }

    private void root(long id, int more) {
        roots.add(id);
        skip(more);
    }

    private void indexClass(long id) {
        skip(4);
        supers.put(id, file.getLong());
        Map<Long, String> references = new HashMap<>();
        references.put(file.getLong(), ".classLoader");
        skip(4 * 8 + 4); // signers, protection domain, two reserved, the size of an instance
        int constants = file.getShort();
        for (int i = 0; i < constants; i++) {
            skip(2);
            skip(SIZES[file.get()]);
        }
        List<Map.Entry<Long, Long>> named = new ArrayList<>();
        int count = file.getShort();
        for (int i = 0; i < count; i++) {
            long name = file.getLong();
            int type = file.get();
            if (type == OBJECT) {
                named.add(Map.entry(file.getLong(), name));
            } else {
                skip(SIZES[type]);
            }
        }
        named.forEach(field -> references.put(field.getKey(), "." + strings.get(field.getValue())));
        references.remove(0L);
        statics.put(id, references);
        List<Field> own = new ArrayList<>();
        int instanceFields = file.getShort();
        for (int i = 0; i < instanceFields; i++) {
            own.add(new Field(strings.get(file.getLong()), file.get()));
        }
        fields.put(id, own);
    }

    private void skip(int bytes) {
        file.position(file.position() + bytes);
    }

    private static final class Field {

        private final String name;
        private final int type;

        private Field(String name, int type) {
            this.name = name;
            this.type = type;
        }
    }
}
