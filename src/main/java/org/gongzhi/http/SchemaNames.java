package org.gongzhi.http;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a record is called in the interface description: its own name, and before it that of the file it is nested in, so that every controller may have its
 * {@code AcceptRequest}. Two records that would share a name are refused, because the later one would silently take the place of the earlier.
 */
final class SchemaNames extends TypeNameResolver {

    /** One for the whole process, as the library's own list of resolvers is: a second application in it, in tests, is answered by the first one's resolver. */
    private static final Map<String, Class<?>> TAKEN = new ConcurrentHashMap<>();

    Optional<Class<?>> classOf(String schema) {
        return Optional.ofNullable(TAKEN.get(schema));
    }

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        String name = super.nameForType(type, options);
        Class<?> own = type.getRawClass();
        Class<?> first = TAKEN.putIfAbsent(name, own);
        if (first != null && first != own && isOurs(own)) {
            throw new IllegalStateException(
                    "both " + first.getName() + " and " + own.getName() + " would be called " + name + " on the wire");
        }
        return name;
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !isOurs(type) ? super.nameForClass(type, options) : nested(outer, type);
    }

    /** {@code DemandController.AcceptRequest}: DemandAcceptRequest; {@code JobController.JobResponse}: JobResponse; {@code WindowFigures.Figures}: WindowFigures. */
    private static String nested(Class<?> outer, Class<?> type) {
        String before = outer.getSimpleName().replaceFirst("(Controller|Queries|View|Page)$", "");
        String own = type.getSimpleName();
        if (own.startsWith(before) || before.startsWith(own)) {
            return own;
        }
        return before.endsWith(own) ? before : before + own;
    }

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.gongzhi.");
    }
}
