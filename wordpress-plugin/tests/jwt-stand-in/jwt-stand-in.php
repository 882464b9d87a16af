<?php
/**
 * Plugin Name: Stand-in for "JWT Authentication for WP REST API" (tests only)
 * Description: Answers like version 1.3.4 of that plugin as far as AuthGate and its client can tell. Never install it.
 * Version: 1.3.4
 * License: MIT
 *
 * Written from recorded answers of the plugin, not from its code. Its weaknesses are here on purpose (deleted users stay
 * valid, a token without "exp" lives for ever, an array as user name ends in a 500): AuthGate is tested against them.
 */

defined( 'ABSPATH' ) || exit;

/** Bears the name of the plugin's class that serves the routes, by which AuthGate knows the plugin. */
final class Jwt_Auth_Public {

	/**
	 * What was wrong with this request's Bearer token; told to every REST route before it runs.
	 *
	 * @var WP_Error|null
	 */
	private $jwt_error = null;

	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'add_routes' ) );
		add_filter( 'determine_current_user', array( $this, 'determine_current_user' ) );
		add_filter( 'rest_pre_dispatch', array( $this, 'rest_pre_dispatch' ) );
	}

	public function add_routes(): void {
		foreach ( array(
			'token'          => 'generate_token',
			'token/validate' => 'validate_token',
		) as $route => $method ) {
			register_rest_route(
				'jwt-auth/v1',
				$route,
				array(
					'methods'             => 'POST',
					'callback'            => array( $this, $method ),
					'permission_callback' => '__return_true',
				)
			);
		}
	}

	public function generate_token( WP_REST_Request $request ) {
		if ( '' === $this->secret() ) {
			return $this->bad_config();
		}
		$user = wp_authenticate( $request->get_param( 'username' ), $request->get_param( 'password' ) );
		if ( is_wp_error( $user ) ) {
			$code = $user->get_error_code();
			return self::error( '[jwt_auth] ' . $code, $user->get_error_message( $code ) );
		}
		$algorithm = apply_filters( 'jwt_auth_algorithm', 'HS256' );
		if ( 'HS256' !== $algorithm ) {
			return self::error( 'jwt_auth_unsupported_algorithm', 'Algorithm not supported, see https://www.rfc-editor.org/rfc/rfc7518#section-3' );
		}
		$now    = time();
		$claims = array(
			'iss'  => get_bloginfo( 'url' ),
			'iat'  => $now,
			'nbf'  => apply_filters( 'jwt_auth_not_before', $now, $now ),
			'exp'  => apply_filters( 'jwt_auth_expire', $now + 7 * DAY_IN_SECONDS, $now ),
			'data' => array( 'user' => array( 'id' => $user->data->ID ) ),
		);
		$claims = apply_filters( 'jwt_auth_token_before_sign', $claims, $user );
		$answer = array(
			'token'             => $this->sign( $claims ),
			'user_email'        => $user->data->user_email,
			'user_nicename'     => $user->data->user_nicename,
			'user_display_name' => $user->data->display_name,
		);
		return apply_filters( 'jwt_auth_token_before_dispatch', $answer, $user );
	}

	public function validate_token() {
		$header = $this->authorization();
		if ( '' === $header ) {
			return self::error( 'jwt_auth_no_auth_header', 'Authorization header not found.' );
		}
		$claims = $this->read( $header );
		return is_wp_error( $claims ) ? $claims : array(
			'code' => 'jwt_auth_valid_token',
			'data' => array( 'status' => 200 ),
		);
	}

	/**
	 * Believes a Bearer token on every URL but its own validate route, whose answer speaks for itself.
	 *
	 * @param int|false $user_id Who it is so far.
	 * @return int|false
	 */
	public function determine_current_user( $user_id ) {
		$header = $this->authorization();
		if ( 0 !== strpos( $header, 'Bearer' ) || false !== strpos( $_SERVER['REQUEST_URI'], 'token/validate' ) ) {
			return $user_id;
		}
		$claims = $this->read( $header );
		if ( is_wp_error( $claims ) ) {
			$this->jwt_error = $claims;
			return $user_id;
		}
		return $claims->data->user->id;
	}

	public function rest_pre_dispatch( $result ) {
		return $this->jwt_error ?? $result;
	}

	private function sign( array $claims ): string {
		$encode  = function ( string $bytes ): string {
			return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
		};
		$content = $encode( '{"typ":"JWT","alg":"HS256"}' ) . '.' . $encode( json_encode( $claims, JSON_UNESCAPED_SLASHES ) );
		return $content . '.' . $encode( hash_hmac( 'sha256', $content, $this->secret(), true ) );
	}

	/**
	 * Reads the token of an Authorization header in the order in which the plugin's complaints were seen to come.
	 *
	 * @return stdClass|WP_Error The claims.
	 */
	private function read( string $header ) {
		if ( ! preg_match( '/^Bearer\s+(\S+)/', $header, $match ) ) {
			return self::error( 'jwt_auth_bad_auth_header', 'Authorization header malformed.' );
		}
		if ( '' === $this->secret() ) {
			return $this->bad_config();
		}
		$parts = explode( '.', $match[1] );
		if ( 3 !== count( $parts ) ) {
			return self::invalid( 'Wrong number of segments' );
		}
		list( $head, $claims, $signature ) = array_map(
			function ( string $part ): string {
				return (string) base64_decode( strtr( $part, '-_', '+/' ) ); // Lenient: the plugin tolerates a trailing comma.
			},
			$parts
		);
		foreach ( array( 'head', 'claims' ) as $name ) {
			$$name = json_decode( $$name );
			if ( JSON_ERROR_NONE !== json_last_error() ) {
				return self::invalid( JSON_ERROR_UTF8 === json_last_error() ? 'Malformed UTF-8 characters' : 'Syntax error, malformed JSON' );
			}
		}
		if ( ! in_array( $head->alg, array( 'HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'EdDSA' ), true ) ) {
			return self::invalid( 'Algorithm not supported' );
		}
		if ( 'HS256' !== $head->alg ) {
			return self::invalid( 'Incorrect key for this algorithm' );
		}
		if ( ! hash_equals( hash_hmac( 'sha256', "$parts[0].$parts[1]", $this->secret(), true ), $signature ) ) {
			return self::invalid( 'Signature verification failed' );
		}
		foreach ( array( 'nbf', 'iat' ) as $name ) {
			if ( isset( $claims->$name ) && $claims->$name > time() ) {
				return self::invalid( 'Cannot handle token prior to ' . gmdate( DATE_ISO8601, $claims->$name ) );
			}
		}
		if ( isset( $claims->exp ) && time() >= $claims->exp ) {
			return self::invalid( 'Expired token' );
		}
		if ( get_bloginfo( 'url' ) !== ( $claims->iss ?? null ) ) {
			return self::error( 'jwt_auth_bad_iss', 'The iss do not match with this server' );
		}
		if ( ! isset( $claims->data->user->id ) ) {
			return self::error( 'jwt_auth_bad_request', 'User ID not found in the token' );
		}
		return $claims;
	}

	private function authorization(): string {
		// With the backslashes that WordPress adds, as most plugins do it.
		return sanitize_text_field( $_SERVER['HTTP_AUTHORIZATION'] ?? $_SERVER['REDIRECT_HTTP_AUTHORIZATION'] ?? '' );
	}

	private function secret(): string {
		return defined( 'JWT_AUTH_SECRET_KEY' ) ? (string) JWT_AUTH_SECRET_KEY : '';
	}

	private function bad_config(): WP_Error {
		return self::error( 'jwt_auth_bad_config', 'JWT is not configured properly, please contact the admin' );
	}

	private static function invalid( string $message ): WP_Error {
		return self::error( 'jwt_auth_invalid_token', $message );
	}

	private static function error( string $code, string $message ): WP_Error {
		return new WP_Error( $code, $message, array( 'status' => 403 ) );
	}
}

( new Jwt_Auth_Public() )->register();
