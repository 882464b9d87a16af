<?php
/**
 * Who issues the tokens.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;
use WP_REST_Request;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Serves jwt-auth/v1 where the JWT plugin does not, and has that plugin sign the same claims where it does. The routes have
 * exactly one owner: whatever any other plugin registers there is dropped.
 */
final class Issuer {

	public const ROUTE = '/jwt-auth/v1/token';

	/** @var Grants */
	private $grants;

	/** @var Tokens */
	private $tokens;

	/** @var Rest_Routes */
	private $routes;

	/** @var array<string, true> Owners of handlers that were dropped. */
	private $others = array();

	/**
	 * Takes what it needs.
	 *
	 * @param Grants      $grants Makes the claims.
	 * @param Tokens      $tokens Signs them.
	 * @param Rest_Routes $routes Answers validations.
	 */
	public function __construct( Grants $grants, Tokens $tokens, Rest_Routes $routes ) {
		$this->grants = $grants;
		$this->tokens = $tokens;
		$this->routes = $routes;
	}

	/**
	 * Tells whether "JWT Authentication for WP REST API" is active.
	 */
	public static function jwt_plugin_is_active(): bool {
		return class_exists( 'Jwt_Auth_Public', false );
	}

	/**
	 * Tells whether a handler is the JWT plugin's, or that of the other plugin which uses the same routes.
	 *
	 * @param mixed $callback A handler's callback.
	 */
	public static function is_of_jwt_plugin( $callback ): bool {
		$class  = self::owner( $callback );
		$loaded = class_exists( $class, false ); // This is asked of every handler of the site: load nothing for it.
		return $loaded && ( is_a( $class, 'Jwt_Auth_Public', true ) || 0 === strncmp( $class, 'JWTAuth\\', 8 ) );
	}

	/**
	 * Registers the two routes, unless the JWT plugin has them.
	 */
	public function action_rest_api_init(): void {
		if ( self::jwt_plugin_is_active() ) {
			return;
		}
		foreach ( array( self::ROUTE => 'token', self::ROUTE . '/validate' => 'validate' ) as $route => $what ) {
			register_rest_route(
				'jwt-auth/v1',
				substr( $route, strlen( '/jwt-auth/v1/' ) ),
				array(
					'methods'             => 'POST',
					'callback'            => 'token' === $what ? array( $this, 'token' ) : array( $this->routes, 'validate' ),
					'permission_callback' => '__return_true', // The wall decides.
				)
			);
		}
	}

	/**
	 * Leaves one owner: the JWT plugin or us for tokens, us for validations, since only we know the sessions.
	 *
	 * @param array $endpoints Route → one handler or a list of them.
	 */
	public function filter_rest_endpoints( $endpoints ): array {
		foreach ( array_intersect( array( self::ROUTE, self::ROUTE . '/validate' ), array_keys( (array) $endpoints ) ) as $route ) {
			$handlers = (array) $endpoints[ $route ];
			$handlers = isset( $handlers['callback'] ) ? array( $handlers ) : $handlers;
			foreach ( array_filter( $handlers, 'is_int', ARRAY_FILTER_USE_KEY ) as $index => $handler ) {
				$owner = self::owner( $handler['callback'] ?? null );
				if ( ! self::may_own( $owner ) ) {
					$this->others[ $owner ] = true;
					unset( $handlers[ $index ] );
				} elseif ( self::ROUTE !== $route ) {
					$handlers[ $index ]['callback'] = array( $this->routes, 'validate' );
				}
			}
			$endpoints[ $route ] = $handlers;
		}
		return $endpoints;
	}

	/**
	 * Who else has registered something under the two routes, which is never called.
	 *
	 * @return string[] Names of classes and functions.
	 */
	public function others(): array {
		rest_get_server()->get_routes();
		return array_keys( $this->others );
	}

	/**
	 * Answers a login.
	 *
	 * @param WP_REST_Request $request The request; its parameters have been checked.
	 * @return array|WP_Error
	 */
	public function token( WP_REST_Request $request ) {
		$user = wp_authenticate( $request->get_param( 'username' ), $request->get_param( 'password' ) );
		if ( ! $user instanceof WP_User ) {
			return is_wp_error( $user ) ? $user : Refusal::unavailable();
		}
		$token = $this->tokens->sign( $this->grants->claims( $user ) );
		return is_wp_error( $token ) ? $token : array(
			'token'             => $token,
			'user_email'        => $user->user_email,
			'user_nicename'     => $user->user_nicename,
			'user_display_name' => $user->display_name,
		);
	}

	/**
	 * HS256 and nothing else.
	 */
	public function filter_algorithm(): string {
		return 'HS256';
	}

	/**
	 * Whose a handler is: the name of its class or function.
	 *
	 * @param mixed $callback Its callback.
	 */
	private static function owner( $callback ): string {
		$owner = is_array( $callback ) ? $callback[0] ?? '' : $callback;
		return is_object( $owner ) ? get_class( $owner ) : ( is_string( $owner ) ? $owner : '' );
	}

	private static function may_own( string $owner ): bool {
		return self::jwt_plugin_is_active() ? is_a( $owner, 'Jwt_Auth_Public', true ) : in_array( $owner, array( self::class, Rest_Routes::class ), true );
	}
}
