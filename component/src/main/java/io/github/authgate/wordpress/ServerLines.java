package io.github.authgate.wordpress;

import java.util.List;

/**
 * The lines that make a web server pass the {@code Authorization} header on to PHP.
 *
 * <p>Immutable and thread-safe.
 */
final class ServerLines {

    static final List<String> FOR_AUTHORIZATION = List.of(
            "Apache, in .htaccess above the block of WordPress (or save Settings > Permalinks once, which writes it):",
            "    RewriteEngine On",
            "    RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]",
            "Apache with php-fpm, in the configuration of the host, instead of these:",
            "    CGIPassAuth On",
            "nginx, in the location that passes requests to PHP (and no line that sets it to \"\"):",
            "    fastcgi_param HTTP_AUTHORIZATION $http_authorization;");

    private ServerLines() {}
}
