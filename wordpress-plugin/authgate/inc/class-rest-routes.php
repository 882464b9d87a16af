<?php
/**
 * Our own routes.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Answers validations, logouts and the question how this site is doing. The wall has asked for the key before.
 */
final class Rest_Routes {

	/** @var Bearer_Guard */
	private $guard;

	/** @var Accounts */
	private $accounts;

	/** @var Sessions */
	private $sessions;

	/** @var Health_Facts */
	private $health;

	/** @var Audit_Log */
	private $log;

	/**
	 * Takes what it needs.
	 *
	 * @param Bearer_Guard $guard    Knows the token.
	 * @param Accounts     $accounts Describes accounts.
	 * @param Sessions     $sessions The sessions.
	 * @param Health_Facts $health   The facts.
	 * @param Audit_Log    $log      The log.
	 */
	public function __construct( Bearer_Guard $guard, Accounts $accounts, Sessions $sessions, Health_Facts $health, Audit_Log $log ) {
		$this->guard    = $guard;
		$this->accounts = $accounts;
		$this->sessions = $sessions;
		$this->health   = $health;
		$this->log      = $log;
	}

	/**
	 * Registers them.
	 */
	public function action_rest_api_init(): void {
		foreach ( array( 'logout' => 'POST', 'status' => 'GET' ) as $route => $method ) {
			register_rest_route(
				'authgate/v1',
				$route,
				array(
					'methods'             => $method,
					'callback'            => array( $this, $route ),
					'permission_callback' => '__return_true', // The wall decides.
				)
			);
		}
	}

	/**
	 * POST jwt-auth/v1/token/validate: says whose the token is, and until when.
	 *
	 * @return array|WP_Error
	 */
	public function validate() {
		$verdict = $this->guard->verdict();
		return is_wp_error( $verdict ) ? $verdict : array(
			'code' => 'jwt_auth_valid_token',
			'data' => array(
				'status'     => 200,
				'user'       => $this->accounts->describe( $verdict['user'] ),
				'expires_at' => $verdict['exp'],
			),
		);
	}

	/**
	 * POST authgate/v1/logout: ends the session of the token.
	 *
	 * @return array|WP_Error
	 */
	public function logout() {
		$verdict = $this->guard->verdict();
		if ( is_wp_error( $verdict ) ) {
			return $verdict;
		}
		if ( ! $this->sessions->end( $verdict['session']['id'], $verdict['user']->ID ) ) {
			return Refusal::unavailable();
		}
		$this->log->record( 'logged_out', array( 'user_id' => $verdict['user']->ID, 'user_name' => $verdict['user']->user_login ) );
		return array(
			'code' => 'authgate_logged_out',
			'data' => array( 'status' => 200 ),
		);
	}

	/**
	 * GET authgate/v1/status: what a doctor needs to know.
	 */
	public function status(): array {
		return $this->health->all() + array( 'authorization_arrived' => $this->guard->header_arrived() );
	}
}
