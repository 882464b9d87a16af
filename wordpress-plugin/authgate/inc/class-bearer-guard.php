<?php
/**
 * The guard at every place where a Bearer token is read.
 *
 * @package AuthGate
 */

namespace AuthGate;

use Throwable;
use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Has the token of a request judged once, at the first moment at which anything asks who the user is, wherever on the site that
 * is. A token of ours is then hidden from everybody else, so that no other plugin believes what we do not, or stumbles over it.
 * What is not ours is left to the plugin that it is meant for; only the JWT plugin is not asked any more.
 */
final class Bearer_Guard {

	private const TOKEN = '/^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/iD';

	/** @var Key_Check */
	private $key;

	/** @var Token_Judge */
	private $judge;

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
	 * @param Key_Check   $key   The key of this request.
	 * @param Token_Judge $judge Says whether a token holds.
	 */
	public function __construct( Key_Check $key, Token_Judge $judge ) {
		$this->key   = $key;
		$this->judge = $judge;
	}

	/**
	 * Has it judged before anybody else looks at it, and nobody else judge it.
	 *
	 * @param mixed $user_id Who it is so far.
	 * @return mixed
	 */
	public function filter_judge( $user_id ) {
		Other_Judges::dismiss();
		$this->settle();
		return $user_id;
	}

	/**
	 * Has the last word: an accepted token rules over a cookie, and with a refused one nobody is logged in.
	 *
	 * @param mixed $user_id Who it is so far.
	 * @return mixed
	 */
	public function filter_current_user( $user_id ) {
		$this->settle();
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
		$this->settle();
		if ( is_wp_error( $errors ) ) {
			return $errors;
		}
		return $this->refusal ?? ( null !== $this->accepted ? true : $errors );
	}

	/**
	 * Refuses pages that are not part of the REST interface.
	 */
	public function action_refuse_page(): void {
		$this->settle();
		if ( null !== $this->refusal ) {
			Answers::send( $this->refusal );
		}
	}

	/**
	 * The user, the session and the expiry of the token, if it was accepted.
	 *
	 * @return array{user: WP_User, session: array, exp: int}|WP_Error
	 */
	public function verdict() {
		$this->settle();
		return $this->accepted ?? $this->refusal ?? ( '' === $this->header ? Refusal::no_authorization() : Refusal::token_invalid() );
	}

	/**
	 * Tells whether an Authorization header has reached WordPress.
	 */
	public function header_arrived(): bool {
		$this->settle();
		return '' !== $this->header;
	}

	private function settle(): void {
		if ( $this->judged ) {
			return;
		}
		$this->judged = true;
		$this->header = Authorization::header();
		if ( ! Tokens::occur_in( implode( ' ', Authorization::readings() ) ) ) {
			return; // Some other plugin's, and nothing that we would ever believe.
		}
		Authorization::hide();
		$token = preg_match( self::TOKEN, $this->header, $match ) ? $match[1] : '';
		try {
			$verdict = $this->key->refusal() ?? $this->judge->judge( $token );
		} catch ( Throwable $failure ) {
			$verdict = Refusal::unavailable();
		}
		if ( is_wp_error( $verdict ) ) {
			$this->refusal = $verdict;
		} else {
			$this->accepted = $verdict;
		}
	}
}
