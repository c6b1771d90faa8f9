package org.stepwright.prm.live;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.stepwright.work.WorkFailed;

/** The one place that decides which addresses a key may be sent to. */
final class BaseUrl {
    private static final String INSECURE = "insecure+";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private BaseUrl() {}

    /** Returns the address without a trailing slash, or throws WorkFailed. */
    static String checked(String text) {
        String url = text.strip().replaceAll("/{1,8}$", "");
        boolean allowPlain = url.startsWith(INSECURE);
        URI uri = parse(allowPlain ? url.substring(INSECURE.length()) : url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new WorkFailed(
                    "The base URL is not a web address; write one like https://host/v1.");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getFragment() != null) {
            throw new WorkFailed(
                    "The base URL holds a user name, a query or a fragment; give only host and"
                            + " path, and store keys under Settings.");
        }
        if (scheme.equals("http") && !allowPlain && !loopback(uri)) {
            throw new WorkFailed(
                    "The base URL uses http to another machine, so keys and answers would travel"
                            + " unprotected; use https, or write insecure+http:// to accept that.");
        }
        return url;
    }

    /** The address to call: without the mark that plain http was accepted. */
    static String toCall(String checked) {
        return checked.startsWith(INSECURE) ? checked.substring(INSECURE.length()) : checked;
    }

    private static boolean loopback(URI uri) {
        return LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            // The cause is left out on purpose: its message repeats the whole input.
            throw new WorkFailed(
                    "The base URL is not a web address; write one like https://host/v1.");
        }
    }
}
