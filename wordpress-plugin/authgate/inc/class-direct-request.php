<?php
/**
 * What kind of request a guarded route answers.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * Only the request that came over the wire is answered, as the method that it came with: no "_method", no batch, no internal
 * dispatch, no JavaScript.
 */
final class Direct_Request {

	/**
	 * Says why a request for a guarded route is none of these; null if it is one.
	 *
	 * @param string          $name    The route's mark.
	 * @param WP_REST_Request $request The request.
	 */
	public static function refusal( string $name, WP_REST_Request $request ): ?WP_Error {
		$outer   = defined( 'REST_REQUEST' ) && REST_REQUEST ? $GLOBALS['wp']->query_vars['rest_route'] ?? null : null;
		$method  = in_array( $name, array( 'token', 'validate', 'logout' ), true ) ? 'POST' : $request->get_method();
		$is_real = is_string( $outer ) && untrailingslashit( $outer ) === untrailingslashit( $request->get_route() )
			&& $method === $request->get_method() && ( $_SERVER['REQUEST_METHOD'] ?? '' ) === $method;
		if ( ! $is_real || isset( $_GET['_jsonp'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- no form.
			return Refusal::bad_request( 'This is answered only to a direct request with the right method.' );
		}
		return null;
	}

	/**
	 * Drops a route and a method that are lists. Nobody means one, and WordPress ends in a fatal error on both.
	 *
	 * @param \WP $wp The request as WordPress has read it; its query variables are changed.
	 */
	public function action_parse_request( $wp ): void {
		if ( ! is_string( $wp->query_vars['rest_route'] ?? '' ) ) {
			unset( $wp->query_vars['rest_route'] );
		}
		if ( isset( $_GET['_method'] ) && ! is_string( $_GET['_method'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- no form.
			unset( $_GET['_method'] ); // phpcs:ignore WordPress.Security.NonceVerification -- no form.
		}
	}

	/**
	 * No guarded route answers as JavaScript. WordPress asks before it has chosen a handler; too many refusals do no harm.
	 *
	 * @param mixed $is_enabled Whether JSONP is on.
	 */
	public function filter_rest_jsonp_enabled( $is_enabled ): bool {
		$route = $GLOBALS['wp']->query_vars['rest_route'] ?? '';
		return $is_enabled && ! ( is_string( $route ) && Wall::guards( $route ) );
	}
}
