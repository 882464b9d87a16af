<?php
/**
 * An attempt to log in.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;
use WP_REST_Request;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Stands around the handler that issues a token, whoever's that is: lets only proper attempts through to it, counts them,
 * and says in our words what came of it.
 */
final class Login {

	private const LONGEST_NAME     = 250;
	private const LONGEST_PASSWORD = 4096;

	/** @var Throttle */
	private $throttle;

	/** @var Login_Rules */
	private $rules;

	/** @var Login_Errors */
	private $errors;

	/** @var Secret */
	private $secret;

	/** @var Audit_Log */
	private $log;

	/** @var bool Whether a password is being looked at. */
	private $running = false;

	/**
	 * Takes what it needs.
	 *
	 * @param Throttle     $throttle Counts attempts.
	 * @param Login_Rules  $rules    What holds while a password is looked at.
	 * @param Login_Errors $errors   Says why.
	 * @param Secret       $secret   What tokens are signed with.
	 * @param Audit_Log    $log      The log.
	 */
	public function __construct( Throttle $throttle, Login_Rules $rules, Login_Errors $errors, Secret $secret, Audit_Log $log ) {
		$this->throttle = $throttle;
		$this->rules    = $rules;
		$this->errors   = $errors;
		$this->secret   = $secret;
		$this->log      = $log;
	}

	/**
	 * Runs before the handler, and after everybody else's checks.
	 *
	 * @param mixed           $response What there is so far.
	 * @param array           $handler  The handler.
	 * @param WP_REST_Request $request  The request.
	 * @return mixed
	 */
	public function filter_before( $response, $handler, $request ) {
		if ( is_wp_error( $response ) || 'token' !== ( $handler[ Wall::MARK ] ?? '' ) || $this->running ) {
			return $response;
		}
		$refusal = self::refusal_of_parameters( $request );
		if ( null === $refusal && null === $this->secret->signing_key() ) {
			$refusal = Refusal::bad_config();
		}
		if ( null === $refusal ) {
			$refusal = $this->throttle->attempt( $request->get_param( 'username' ) );
			if ( null !== $refusal ) {
				$blocked = 'authgate_too_many_attempts' === $refusal->get_error_code();
				$this->log->record( $blocked ? 'login_blocked' : 'login_refused', array( 'user_name' => $request->get_param( 'username' ), 'detail' => $blocked ? '' : $refusal->get_error_code() ) );
			}
		}
		if ( null === $refusal ) {
			$this->running = true;
			$this->rules->start();
		}
		return $refusal ?? $response;
	}

	/**
	 * Runs after the handler.
	 *
	 * @param mixed           $response What the handler said.
	 * @param array           $handler  The handler.
	 * @param WP_REST_Request $request  The request.
	 * @return mixed
	 */
	public function filter_after( $response, $handler, $request ) {
		if ( ! $this->running || 'token' !== ( $handler[ Wall::MARK ] ?? '' ) ) {
			return $response;
		}
		$this->running = false;
		$user          = $this->rules->stop();
		$name          = $request->get_param( 'username' );
		if ( is_wp_error( $response ) ) {
			$refusal = $this->errors->translate( $response, $name, $request->get_param( 'password' ) );
			$event   = 'authgate_invalid_credentials' === $refusal->get_error_code() ? 'login_failed' : 'login_refused';
			$this->log->record( $event, array( 'user_name' => $name, 'detail' => $refusal->get_error_code() ) );
			return $refusal;
		}
		$answer = rest_ensure_response( $response )->get_data();
		if ( ! $user instanceof WP_User || ! is_array( $answer ) || ! is_string( $answer['token'] ?? null ) ) {
			return Refusal::unavailable();
		}
		$this->throttle->succeeded();
		$this->log->record( 'login_succeeded', array( 'user_id' => $user->ID, 'user_name' => $user->user_login ) );
		/**
		 * Fires when a user has logged in through an application.
		 *
		 * @param WP_User $user The user.
		 */
		do_action( 'authgate_login', $user );
		return $response;
	}

	/**
	 * Credentials are two texts in the body; what stands in an address ends up in log files.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	private static function refusal_of_parameters( WP_REST_Request $request ): ?WP_Error {
		$elsewhere = $request->get_query_params() + $request->get_url_params() + $request->get_file_params();
		if ( isset( $elsewhere['username'] ) || isset( $elsewhere['password'] ) ) {
			return Refusal::bad_request( 'The user name and the password belong into the body of the request.' );
		}
		$name     = $request->get_param( 'username' );
		$password = $request->get_param( 'password' );
		$are_good = is_string( $name ) && is_string( $password ) && preg_match( '//u', $name . $password ) && '' !== trim( $name ) && '' !== $password
			&& strlen( $name ) <= self::LONGEST_NAME && strlen( $password ) <= self::LONGEST_PASSWORD;
		return $are_good ? null : Refusal::bad_request( 'A user name and a password are required, as text.' );
	}
}
