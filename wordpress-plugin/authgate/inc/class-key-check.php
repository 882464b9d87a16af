<?php
/**
 * The API key of this request.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Looks at the header X-API-KEY and at nothing else, once per request; asking again costs nothing and changes nothing.
 */
final class Key_Check {

	private const LONGEST = 512;

	/** @var Api_Keys */
	private $keys;

	/** @var Throttle */
	private $throttle;

	/** @var Audit_Log */
	private $log;

	/** @var bool */
	private $asked = false;

	/** @var WP_Error|null */
	private $refusal = null;

	/** @var string */
	private $application = '';

	/**
	 * Takes what it needs.
	 *
	 * @param Api_Keys  $keys     The keys.
	 * @param Throttle  $throttle Counts guesses.
	 * @param Audit_Log $log      The log.
	 */
	public function __construct( Api_Keys $keys, Throttle $throttle, Audit_Log $log ) {
		$this->keys     = $keys;
		$this->throttle = $throttle;
		$this->log      = $log;
	}

	/**
	 * Says why this request has no valid key; null if it has one.
	 *
	 * A valid key is let through even where wrong ones have been sent too often: it cannot be guessed, and one outdated
	 * application must not shut out a whole office.
	 */
	public function refusal(): ?WP_Error {
		if ( ! $this->asked ) {
			$this->refusal = $this->check();
			$this->asked   = true;
		}
		return $this->refusal;
	}

	/**
	 * Tells whether a guarded route or a token of ours was asked for in this request.
	 */
	public function was_asked(): bool {
		return $this->asked;
	}

	/**
	 * What the administrator calls the application whose key this request presents; '' without a valid key.
	 */
	public function application(): string {
		return null === $this->refusal() ? $this->application : '';
	}

	private function check(): ?WP_Error {
		$presented = $_SERVER['HTTP_X_API_KEY'] ?? ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- compared, never used; wp_magic_quotes() would change it.
		$presented = is_string( $presented ) ? trim( wp_unslash( $presented ), " \t" ) : ''; // Blanks around a header's value are not part of it.
		$key       = $this->keys->find( strlen( $presented ) > self::LONGEST ? '' : $presented );
		if ( null !== $key && '' !== $presented ) {
			$this->keys->touch( $key );
			$this->application = $key['name'];
			return null;
		}
		if ( ! $this->keys->any() ) {
			return Refusal::key_not_configured();
		}
		$too_many = $this->throttle->key_guess();
		if ( null === $too_many && '' !== $presented ) {
			$this->log->record( 'key_refused' );
		}
		return null !== $too_many && 'authgate_too_many_attempts' === $too_many->get_error_code() ? $too_many : Refusal::key_invalid();
	}
}
