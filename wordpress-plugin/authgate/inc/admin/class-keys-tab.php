<?php
/**
 * The tab "Keys".
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Api_Keys;
use AuthGate\Audit_Log;

defined( 'ABSPATH' ) || exit;

/**
 * Creates, lists and revokes API keys.
 */
final class Keys_Tab implements Tab {

	/**
	 * The keys.
	 *
	 * @var Api_Keys
	 */
	private $keys;

	/**
	 * The log.
	 *
	 * @var Audit_Log
	 */
	private $log;

	/**
	 * The key that has just been created. It lives in this one answer and nowhere else.
	 *
	 * @var array{name: string, key: string}|null
	 */
	private $created = null;

	/**
	 * Takes what it works on.
	 *
	 * @param Api_Keys  $keys The keys.
	 * @param Audit_Log $log  The log.
	 */
	public function __construct( Api_Keys $keys, Audit_Log $log ) {
		$this->keys = $keys;
		$this->log  = $log;
	}

	public function slug(): string {
		return 'keys';
	}

	public function title(): string {
		return __( 'Keys', 'authgate' );
	}

	public function handle( string $action ): string {
		return 'create' === $action ? $this->create() : $this->revoke();
	}

	public function render(): void {
		if ( null !== $this->created ) {
			$this->render_created( $this->created );
		}
		if ( $this->keys->replaced_by_constant() ) {
			$this->render_constant();
			return;
		}
		echo '<p class="authgate-prose">' . esc_html__( 'An application may talk to this site only with a key. Give each application, and each version that you may want to switch off, a key of its own. Several keys can be live at once: create the new one, put it into the application, and revoke the old one when nobody uses it any more.', 'authgate' ) . '</p>';
		$this->render_form();
		echo '<h2>' . esc_html__( 'Live keys', 'authgate' ) . '</h2>';
		Table::render(
			__( 'Live keys', 'authgate' ),
			array( __( 'Name', 'authgate' ), __( 'Begins with', 'authgate' ), __( 'Created', 'authgate' ), __( 'Last used', 'authgate' ), __( 'Action', 'authgate' ) ),
			$this->rows(),
			__( 'There is no key yet. Until you create one, nobody can log in through an application.', 'authgate' )
		);
		echo '<p class="description authgate-prose">' . esc_html__( 'A key tells which application is asking, not who: whoever has the application can read the key in it. "Last used" is noted once in five minutes.', 'authgate' ) . '</p>';
	}

	private function create(): string {
		$name = Posted::text( 'name' );
		if ( '' === $name ) {
			return 'key_needs_name';
		}
		if ( ! Posted::first_time() ) {
			return 'key_shown_once';
		}
		$created = $this->keys->create( $name );
		if ( null === $created ) {
			return 'not_stored';
		}
		$this->log->record_deed( 'key_created', $name );
		$this->created = array(
			'name' => $name,
			'key'  => $created['key'],
		);
		return '';
	}

	private function revoke(): string {
		$id   = (int) Posted::text( 'key' );
		$name = wp_list_pluck( $this->keys->all(), 'name', 'id' )[ $id ] ?? '';
		if ( ! $this->keys->revoke( $id ) ) {
			return 'key_unknown';
		}
		$this->log->record_deed( 'key_revoked', $name );
		return 'key_revoked';
	}

	/**
	 * Shows the new key: as a field, so that it can be selected and copied without JavaScript.
	 *
	 * @param array{name: string, key: string} $created Name and key.
	 */
	private function render_created( array $created ): void {
		echo '<div class="notice notice-success" role="status"><p><label for="authgate-new-key">';
		/* translators: %s: the name of an API key. */
		echo esc_html( sprintf( __( 'The key "%s":', 'authgate' ), $created['name'] ) );
		echo '</label></p><div class="authgate-key-value">';
		printf(
			'<input type="text" id="authgate-new-key" class="code" readonly autocomplete="off" spellcheck="false" aria-describedby="authgate-new-key-once" data-authgate-select value="%s">',
			esc_attr( $created['key'] )
		);
		printf(
			'<button type="button" class="button" hidden data-authgate-copy="authgate-new-key" data-authgate-status="authgate-copied" data-done="%s">%s</button>',
			esc_attr__( 'Copied.', 'authgate' ),
			esc_html__( 'Copy', 'authgate' )
		);
		echo ' <span id="authgate-copied" role="status"></span></div><p id="authgate-new-key-once"><strong>';
		echo esc_html__( 'Copy it now: it is shown only this once.', 'authgate' );
		echo '</strong></p></div>';
	}

	private function render_constant(): void {
		echo '<p class="authgate-prose">' . esc_html__( 'The key of this site is set in wp-config.php, by the constant AUTHGATE_API_KEY. Keys from this page would not be accepted.', 'authgate' ) . '</p>';
		if ( ! $this->keys->any() ) {
			Messages::notice( 'error', __( 'AUTHGATE_API_KEY is shorter than 32 characters or is not text. It is not accepted, and nobody can log in through an application.', 'authgate' ) );
		}
	}

	private function render_form(): void {
		echo '<h2>' . esc_html__( 'New key', 'authgate' ) . '</h2>';
		Settings_Page::open_form( $this, 'create' );
		Posted::print_first_time_field();
		echo '<p><label for="authgate-name">' . esc_html__( 'Name of the application', 'authgate' ) . '</label><br>';
		printf(
			'<input type="text" id="authgate-name" name="name" class="regular-text" maxlength="%d" required autocomplete="off" aria-describedby="authgate-name-help"></p>',
			(int) Api_Keys::MAX_NAME
		);
		echo '<p class="description" id="authgate-name-help">' . esc_html__( 'For example "Stock tool 2.1". Only you see it.', 'authgate' ) . '</p>';
		submit_button( __( 'Create key', 'authgate' ), 'primary', 'submit', true );
		echo '</form>';
	}

	private function rows(): iterable {
		foreach ( $this->keys->all() as $key ) {
			yield array(
				$key['name'],
				$key['prefix'] . '…',
				Table::time( $key['created'] ),
				Table::time( $key['last_used'] ),
				function () use ( $key ) {
					Settings_Page::open_form( $this, 'revoke', 'authgate-inline' );
					/* translators: %s: the name of an API key. */
					$label = sprintf( __( 'Revoke the key "%s"', 'authgate' ), $key['name'] );
					printf(
						'<input type="hidden" name="key" value="%s"><button class="button button-link-delete" aria-label="%s" data-authgate-confirm="%s">%s</button></form>',
						esc_attr( (string) $key['id'] ),
						esc_attr( $label ),
						/* translators: %s: the name of an API key. */
						esc_attr( sprintf( __( 'Revoke the key "%s"? The application that has it can no longer be used, and the key cannot be brought back.', 'authgate' ), $key['name'] ) ),
						esc_html__( 'Revoke', 'authgate' )
					);
				},
			);
		}
	}
}
