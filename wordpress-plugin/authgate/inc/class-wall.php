<?php
/**
 * The wall around the guarded routes.
 *
 * @package AuthGate
 */

namespace AuthGate;

use Throwable;
use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * No route of jwt-auth/v1, no logout and no status is served without a valid key.
 *
 * A guarded handler carries a mark, given to it when WordPress collects the registered routes. So what decides is the handler
 * that WordPress has chosen, and no spelling of the address matters. The key is asked for before anything else about the
 * request is looked at, and again right before the handler is called, should something have dropped the first refusal.
 */
final class Wall {

	/** The mark: "token", "validate", "logout", "status" or "other". */
	public const MARK = 'authgate';

	private const GUARDED = '#^/(?:jwt-auth/v1(?:/|$)|authgate/v1/(?:logout|status)(?:/|$))#i';
	private const NAMES   = array(
		'/jwt-auth/v1/token'          => 'token',
		'/jwt-auth/v1/token/validate' => 'validate',
		'/authgate/v1/logout'         => 'logout',
		'/authgate/v1/status'         => 'status',
	);

	/** @var Key_Check */
	private $key;

	/** @var Settings */
	private $settings;

	/**
	 * Takes what it needs.
	 *
	 * @param Key_Check $key      The key of this request.
	 * @param Settings  $settings Origins that may send a preflight request.
	 */
	public function __construct( Key_Check $key, Settings $settings ) {
		$this->key      = $key;
		$this->settings = $settings;
	}

	/**
	 * Tells whether a route is a guarded one.
	 *
	 * @param string $route The route, with or without a slash in front.
	 */
	public static function guards( string $route ): bool {
		return (bool) preg_match( self::GUARDED, '/' . ltrim( $route, '/' ) );
	}

	/**
	 * Marks the guarded handlers. A handler of the JWT plugin is one wherever it is registered.
	 *
	 * @param array $endpoints Route → one handler or a list of them.
	 */
	public function filter_rest_endpoints( $endpoints ): array {
		foreach ( (array) $endpoints as $route => $handlers ) {
			$guarded = self::guards( $route );
			if ( isset( $handlers['callback'] ) ) {
				$handlers = array( $handlers );
			}
			foreach ( is_array( $handlers ) ? $handlers : array() as $index => $handler ) {
				if ( is_int( $index ) && is_array( $handler ) && ( $guarded || Issuer::is_of_jwt_plugin( $handler['callback'] ?? null ) ) ) {
					$handlers[ $index ][ self::MARK ] = self::NAMES[ strtolower( $route ) ] ?? 'other';
					$endpoints[ $route ]              = $handlers;
				}
			}
		}
		return $endpoints;
	}

	/**
	 * Sees to what never reaches a handler: OPTIONS, and answers that another plugin gives in a guarded route's place.
	 *
	 * @param mixed           $result  What there is so far.
	 * @param mixed           $server  The server.
	 * @param WP_REST_Request $request The request.
	 * @return mixed
	 */
	public function filter_rest_pre_dispatch( $result, $server, $request ) {
		if ( empty( $result ) || is_wp_error( $result ) || ! self::guards( $request->get_route() ) ) {
			return $result;
		}
		$is_preflight = 'OPTIONS' === $request->get_method() && isset( $_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD'] )
			&& $this->settings->allows_origin( get_http_origin() );
		return $is_preflight ? $result : $this->key->refusal() ?? $result;
	}

	/**
	 * Runs before the handler's own checks.
	 *
	 * @param mixed           $response What there is so far: null, or an error about the parameters.
	 * @param array           $handler  The handler that WordPress has chosen.
	 * @param WP_REST_Request $request  The request.
	 * @return mixed
	 */
	public function filter_rest_request_before_callbacks( $response, $handler, $request ) {
		if ( ! isset( $handler[ self::MARK ] ) ) {
			return $response;
		}
		return $this->refusal( $handler, $request ) ?? $response;
	}

	/**
	 * Runs in the handler's place, so that nothing it throws becomes anything but JSON.
	 *
	 * @param mixed           $result  What there is so far.
	 * @param WP_REST_Request $request The request.
	 * @param string          $route   The registered route.
	 * @param array           $handler The handler.
	 * @return mixed
	 */
	public function filter_rest_dispatch_request( $result, $request, $route, $handler ) {
		if ( ! isset( $handler[ self::MARK ] ) ) {
			return $result;
		}
		$refusal = $this->refusal( $handler, $request );
		if ( null !== $refusal || null !== $result ) {
			return $refusal ?? $result;
		}
		try {
			return call_user_func( $handler['callback'], $request ) ?? Refusal::unavailable();
		} catch ( Throwable $failure ) {
			return Refusal::unavailable();
		}
	}

	private function refusal( array $handler, WP_REST_Request $request ): ?WP_Error {
		return $this->key->refusal() ?? Direct_Request::refusal( $handler[ self::MARK ], $request );
	}
}
