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
		$class = is_array( $callback ) && isset( $callback[0] ) ? $callback[0] : null;
		$class = is_object( $class ) ? get_class( $class ) : $class;
		return is_string( $class ) && ( is_a( $class, 'Jwt_Auth_Public', true ) || 0 === strncmp( $class, 'JWTAuth\\', 8 ) );
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
	 * @param array $endpoints Route → handlers.
	 */
	public function filter_rest_endpoints( $endpoints ): array {
		foreach ( array( self::ROUTE, self::ROUTE . '/validate' ) as $route ) {
			$kept = array();
			foreach ( (array) ( $endpoints[ $route ] ?? array() ) as $index => $handler ) {
				$callback = is_array( $handler ) ? $handler['callback'] ?? null : null;
				$owner    = is_array( $callback ) && is_object( $callback[0] ?? null ) ? get_class( $callback[0] ) : '';
				$is_owner = self::jwt_plugin_is_active() ? 'Jwt_Auth_Public' === $owner : in_array( $owner, array( self::class, Rest_Routes::class ), true );
				if ( ! is_int( $index ) || $is_owner ) {
					$kept[ $index ] = $handler;
				}
			}
			if ( isset( $endpoints[ $route ] ) ) {
				$endpoints[ $route ] = $kept;
			}
		}
		if ( self::jwt_plugin_is_active() && isset( $endpoints[ self::ROUTE . '/validate' ][0] ) ) {
			$endpoints[ self::ROUTE . '/validate' ][0]['callback'] = array( $this->routes, 'validate' );
		}
		return $endpoints;
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
}
