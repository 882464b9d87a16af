<?php
/**
 * The judge of Bearer tokens.
 *
 * @package AuthGate
 */

namespace AuthGate;

use Throwable;
use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Judges the token of a request once, at the first moment at which anything asks who the user is, wherever on the site that
 * is. A token of ours is then hidden from everybody else, so that no other plugin believes what we do not, or stumbles over it.
 * Where the JWT plugin is active, every Bearer token is ours: that plugin would believe it on any page.
 */
final class Bearer_Guard {

	private const TOKEN = '/^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/iD';

	/** @var Key_Check */
	private $key;

	/** @var Tokens */
	private $tokens;

	/** @var Sessions */
	private $sessions;

	/** @var Accounts */
	private $accounts;

	/** @var Session_Binding */
	private $binding;

	/** @var bool */
	private $judged = false;

	/** @var string */
	private $header = '';

	/** @var WP_Error|null */
	private $refusal = null;

	/** @var array{user: WP_User, session: array, exp: int}|null */
	private $accepted = null;

	/**
	 * Takes what it needs.
	 *
	 * @param Key_Check       $key      The key of this request.
	 * @param Tokens          $tokens   Reads tokens.
	 * @param Sessions        $sessions The live sessions.
	 * @param Accounts        $accounts Judges accounts.
	 * @param Session_Binding $binding  What else a session hangs on.
	 */
	public function __construct( Key_Check $key, Tokens $tokens, Sessions $sessions, Accounts $accounts, Session_Binding $binding ) {
		$this->key      = $key;
		$this->tokens   = $tokens;
		$this->sessions = $sessions;
		$this->accounts = $accounts;
		$this->binding  = $binding;
	}

	/**
	 * Judges before anybody else looks at the token.
	 *
	 * @param mixed $user_id Who it is so far.
	 * @return mixed
	 */
	public function filter_judge( $user_id ) {
		$this->judge();
		return $user_id;
	}

	/**
	 * Has the last word: an accepted token rules over a cookie, and with a refused one nobody is logged in.
	 *
	 * @param mixed $user_id Who it is so far.
	 * @return mixed
	 */
	public function filter_current_user( $user_id ) {
		$this->judge();
		if ( null !== $this->accepted ) {
			return $this->accepted['user']->ID;
		}
		return null !== $this->refusal ? 0 : $user_id;
	}

	/**
	 * Tells the REST interface. Runs before WordPress looks at cookies, which play no part beside a token.
	 *
	 * @param mixed $errors What there is so far.
	 * @return mixed
	 */
	public function filter_rest_authentication_errors( $errors ) {
		$this->judge();
		if ( is_wp_error( $errors ) ) {
			return $errors;
		}
		return $this->refusal ?? ( null !== $this->accepted ? true : $errors );
	}

	/**
	 * Refuses pages that are not part of the REST interface.
	 */
	public function action_refuse_page(): void {
		$this->judge();
		if ( null !== $this->refusal ) {
			nocache_headers();
			wp_send_json( array( 'code' => $this->refusal->get_error_code(), 'message' => $this->refusal->get_error_message(), 'data' => $this->refusal->get_error_data() ), $this->refusal->get_error_data()['status'] );
		}
	}

	/**
	 * The user, the session and the expiry of the token, if it was accepted.
	 *
	 * @return array{user: WP_User, session: array, exp: int}|WP_Error
	 */
	public function verdict() {
		$this->judge();
		return $this->accepted ?? $this->refusal ?? ( '' === $this->header ? Refusal::no_authorization() : Refusal::token_invalid() );
	}

	/**
	 * Tells whether an Authorization header has reached WordPress.
	 */
	public function header_arrived(): bool {
		$this->judge();
		return '' !== $this->header;
	}

	private function judge(): void {
		if ( $this->judged ) {
			return;
		}
		$this->judged = true;
		$this->header = Authorization::header();
		if ( '' === $this->header || 0 !== stripos( sanitize_text_field( $this->header ), 'Bearer' ) ) {
			return;
		}
		$token = preg_match( self::TOKEN, $this->header, $match ) ? $match[1] : null;
		if ( ! Issuer::jwt_plugin_is_active() && ( null === $token || ! Tokens::claims_to_be_ours( $token ) ) ) {
			return; // Some other plugin's, and nothing that we would ever believe.
		}
		Authorization::hide();
		try {
			$this->refusal = $this->key->refusal() ?? $this->check( (string) $token );
		} catch ( Throwable $failure ) {
			$this->accepted = null;
			$this->refusal  = Refusal::unavailable();
		}
	}

	private function check( string $token ): ?WP_Error {
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
		if ( null === $refusal ) {
			$this->sessions->touch( $session );
			$this->accepted = array( 'user' => $user, 'session' => $session, 'exp' => $claims['exp'] );
		}
		return $refusal;
	}
}
