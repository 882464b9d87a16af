<?php
/**
 * Whether a token holds.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Brings together what a token says, the session that it names, and the account as it is now.
 */
final class Token_Judge {

	/** @var Tokens */
	private $tokens;

	/** @var Sessions */
	private $sessions;

	/** @var Accounts */
	private $accounts;

	/** @var Session_Binding */
	private $binding;

	/**
	 * Takes what it needs.
	 *
	 * @param Tokens          $tokens   Reads tokens.
	 * @param Sessions        $sessions The live sessions.
	 * @param Accounts        $accounts Judges accounts.
	 * @param Session_Binding $binding  What else a session hangs on.
	 */
	public function __construct( Tokens $tokens, Sessions $sessions, Accounts $accounts, Session_Binding $binding ) {
		$this->tokens   = $tokens;
		$this->sessions = $sessions;
		$this->accounts = $accounts;
		$this->binding  = $binding;
	}

	/**
	 * Judges a token, and notes that its session is used.
	 *
	 * @param string $token What came after "Bearer".
	 * @return array{user: WP_User, session: array, exp: int}|WP_Error
	 */
	public function judge( string $token ) {
		$claims = $this->tokens->read( $token );
		if ( is_wp_error( $claims ) ) {
			return $claims;
		}
		$session = $this->sessions->find( $claims['jti'] );
		if ( false === $session ) {
			return Refusal::unavailable();
		}
		$user = get_userdata( $claims['user_id'] );
		if ( null === $session || ! $user || $session['user_id'] !== $user->ID || $session['expires'] !== $claims['exp'] || ! $this->binding->holds( $session ) ) {
			return Refusal::session_revoked();
		}
		$refusal = $this->accounts->refusal_of_token( $user, $claims['fpr'] );
		if ( null !== $refusal ) {
			return $refusal;
		}
		$this->sessions->touch( $session );
		return array( 'user' => $user, 'session' => $session, 'exp' => $claims['exp'] );
	}
}
