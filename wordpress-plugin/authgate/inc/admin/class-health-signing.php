<?php
/**
 * Whether tokens can be signed.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Health_Facts;
use AuthGate\Issuer;
use AuthGate\Secret;

defined( 'ABSPATH' ) || exit;

/**
 * Looks at who issues the tokens and at the secret, for Health.
 */
final class Health_Signing {

	/** @var Health_Facts */
	private $facts;

	/** @var Secret */
	private $secret;

	/** @var Issuer */
	private $issuer;

	/**
	 * Takes what it looks at.
	 *
	 * @param Health_Facts $facts  What is known of the site.
	 * @param Secret       $secret The secret.
	 * @param Issuer       $issuer Knows who else wants its routes.
	 */
	public function __construct( Health_Facts $facts, Secret $secret, Issuer $issuer ) {
		$this->facts  = $facts;
		$this->secret = $secret;
		$this->issuer = $issuer;
	}

	/**
	 * Who issues the tokens.
	 *
	 * @return array{string, string, string, string[]} As Health::checks() says.
	 */
	public function issuer(): array {
		$label = __( 'Issuer of the tokens', 'authgate' );
		$note  = $this->conflict();
		if ( '' === $note && $this->issuer->others() ) {
			/* translators: %s: names of PHP classes or functions. */
			$note = sprintf( __( 'Something else on this site wants the same addresses: %s. AuthGate keeps them, and what the other has there is never called.', 'authgate' ), implode( ', ', $this->issuer->others() ) );
		}
		if ( '' !== $note ) {
			return array( $label, Health::NOTE, $note, array() );
		}
		return array(
			$label,
			Health::GOOD,
			'jwt-auth' === $this->facts->issuer()
				? __( 'The plugin "JWT Authentication for WP REST API". AuthGate guards it. Should AuthGate be deactivated, by an update that fails or by another program, its logins are open to everyone without a key.', 'authgate' )
				: __( 'AuthGate itself.', 'authgate' ),
			array(),
		);
	}

	/**
	 * What to say of the other plugin that wants the same routes; '' where it is not active.
	 */
	public function conflict(): string {
		return $this->facts->has_conflict()
			? __( 'The plugin "JWT Auth" wants the same addresses. AuthGate keeps them: that plugin serves no logins, and nothing believes its tokens. Deactivate it unless you need something else of it.', 'authgate' )
			: '';
	}

	/**
	 * Whether the secret is good enough.
	 *
	 * @return array{string, string, string, string[]} As Health::checks() says.
	 */
	public function secret(): array {
		$label    = __( 'Secret', 'authgate' );
		$problems = array(
			'missing'  => __( 'JWT_AUTH_SECRET_KEY is not set in wp-config.php, and the plugin "JWT Authentication for WP REST API" wants it: no token is signed. Add this line:', 'authgate' ),
			'not_text' => __( 'JWT_AUTH_SECRET_KEY in wp-config.php is not text: no token is signed. Replace the line by this one:', 'authgate' ),
			'short'    => __( 'JWT_AUTH_SECRET_KEY in wp-config.php is shorter than 32 characters and could be guessed: no token is signed. Replace the line by this one:', 'authgate' ),
			'sample'   => __( 'JWT_AUTH_SECRET_KEY in wp-config.php looks like an example that others know too: no token is signed. Replace the line by this one:', 'authgate' ),
		);
		$problem  = $this->secret->problem();
		if ( isset( $problems[ $problem ] ) ) {
			$line = sprintf( "define( 'JWT_AUTH_SECRET_KEY', '%s' );", wp_generate_password( 64, false ) );
			return array( $label, Health::BAD, $problems[ $problem ], array( $line ) );
		}
		return array(
			$label,
			Health::GOOD,
			'constant' === $this->secret->source()
				? __( 'JWT_AUTH_SECRET_KEY in wp-config.php is long enough.', 'authgate' )
				: __( 'Derived from the salts in wp-config.php; nothing has to be set up.', 'authgate' ),
			array(),
		);
	}
}
