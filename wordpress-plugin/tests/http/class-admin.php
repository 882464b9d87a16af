<?php
/**
 * Somebody in wp-admin.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * A browser without JavaScript: keeps cookies, fills in forms.
 */
final class Admin {

	/** @var string */
	private $cookies;

	/** @var string */
	private $from;

	/**
	 * Logs in at wp-login.php.
	 *
	 * @param string $name     The user name.
	 * @param string $password The password.
	 */
	public static function login( string $name = 'admin', string $password = 'admin-pass-1' ): self {
		$self          = new self();
		$self->from    = '127.200.' . random_int( 1, 250 ) . '.' . random_int( 1, 250 );
		$self->cookies = 'wordpress_test_cookie=WP%20Cookie%20check';
		$answer        = $self->post(
			'/wp-login.php',
			array(
				'log'        => $name,
				'pwd'        => $password,
				'testcookie' => '1',
			)
		);
		foreach ( $answer->headers['set-cookie'] ?? array() as $cookie ) {
			$self->cookies .= '; ' . explode( ';', $cookie )[0];
		}
		if ( false === strpos( $self->cookies, 'wordpress_logged_in_' ) ) {
			throw new \RuntimeException( "$name could not log in at wp-login.php: $answer" );
		}
		return $self;
	}

	/**
	 * Somebody with no cookie at all.
	 */
	public static function nobody(): self {
		$self          = new self();
		$self->from    = '127.0.0.1';
		$self->cookies = 'none=1';
		return $self;
	}

	/**
	 * The Cookie header.
	 */
	public function cookies(): string {
		return $this->cookies;
	}

	/**
	 * Fetches a page.
	 *
	 * @param string $path    What follows the site's address.
	 * @param array  $headers Further headers.
	 */
	public function page( string $path, array $headers = array() ): Answer {
		return Http::send( Site::url() . $path, 'GET', $this->headers( $headers ), null, $this->from );
	}

	/**
	 * Posts a form.
	 *
	 * @param string $path   What follows the site's address.
	 * @param array  $fields The form's fields.
	 */
	public function post( string $path, array $fields ): Answer {
		return Http::send( Site::url() . $path, 'POST', $this->headers( array( 'Content-Type' => 'application/x-www-form-urlencoded' ) ), http_build_query( $fields ), $this->from );
	}

	/**
	 * Follows a form of a page: its hidden fields with others put over them, posted to its own address.
	 *
	 * @param string $page   Path of the page.
	 * @param string $needle Something that stands in this form and in no other.
	 * @param array  $fields Fields to set; null leaves one out.
	 */
	public function submit( string $page, string $needle, array $fields ): Answer {
		$form   = $this->form( $page, $needle );
		$fields = array_filter(
			array_merge( $form['fields'], $fields ),
			static function ( $value ): bool {
				return null !== $value;
			}
		);
		return $this->post( $form['action'], $fields );
	}

	/**
	 * Reads a form.
	 *
	 * @param string $page   Path of the page.
	 * @param string $needle Something that stands in this form and in no other.
	 * @return array{action: string, fields: array<string, string>}
	 */
	public function form( string $page, string $needle ): array {
		$answer   = $this->page( $page );
		$document = new \DOMDocument();
		@$document->loadHTML( '<?xml encoding="utf-8"?>' . $answer->body ); // wp-admin's HTML is not XML; that is not our business.
		foreach ( $document->getElementsByTagName( 'form' ) as $form ) {
			if ( false === strpos( $document->saveHTML( $form ), $needle ) ) {
				continue;
			}
			$action = $form->getAttribute( 'action' );
			$path   = '' === $action ? $page : preg_replace( '#^' . preg_quote( Site::url(), '#' ) . '#', '', $action );
			return array(
				'action' => '/' === $path[0] ? $path : "/wp-admin/$path",
				'fields' => self::fields( $form ),
			);
		}
		throw new \RuntimeException( "No form with $needle on $page: $answer" );
	}

	/**
	 * What a browser would send if nobody touched the form.
	 *
	 * @param \DOMElement $form The form.
	 */
	private static function fields( \DOMElement $form ): array {
		$fields = array();
		foreach ( $form->getElementsByTagName( 'input' ) as $input ) {
			$type = strtolower( $input->getAttribute( 'type' ) );
			$name = $input->getAttribute( 'name' );
			if ( '' === $name || in_array( $type, array( 'submit', 'button', 'file' ), true )
				|| ( in_array( $type, array( 'checkbox', 'radio' ), true ) && ! $input->hasAttribute( 'checked' ) ) ) {
				continue;
			}
			$value = $input->hasAttribute( 'value' ) ? $input->getAttribute( 'value' ) : 'on';
			if ( '[]' === substr( $name, -2 ) ) {
				$fields[ substr( $name, 0, -2 ) . '[' . count( $fields ) . ']' ] = $value;
			} else {
				$fields[ $name ] = $value;
			}
		}
		foreach ( $form->getElementsByTagName( 'textarea' ) as $area ) {
			$fields[ $area->getAttribute( 'name' ) ] = $area->textContent;
		}
		return $fields;
	}

	/**
	 * The headers of a request.
	 *
	 * @param array $headers Further ones.
	 */
	private function headers( array $headers ): array {
		return $headers + array(
			'Cookie' => $this->cookies,
			'Accept' => 'text/html',
		);
	}
}
