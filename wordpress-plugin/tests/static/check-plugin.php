<?php
/**
 * php check-plugin.php FOLDER: what WordPress's plugin directory asks of a plugin, as far as it can be read off its source.
 *
 * An exception needs a comment "phpcs:ignore SNIFF -- why" on its line, or "phpcs:disable" and "phpcs:enable" around it.
 */

use PhpParser\Node;
use PhpParser\Node\Expr;
use PhpParser\Node\Scalar;
use PhpParser\NodeFinder;
use PhpParser\ParserFactory;
use PhpParser\PrettyPrinter\Standard;

require 'PhpParser/autoload.php';

/**
 * One source file.
 */
final class Source {

	private const ESCAPES = array( 'esc_html', 'esc_attr', 'esc_url', 'esc_textarea', 'esc_html__', 'esc_attr__', 'esc_html_e', 'esc_attr_e', 'wp_kses_post', 'wp_kses', 'checked', 'selected', 'disabled', 'absint', 'intval', 'number_format_i18n' );

	/** @var string */
	private $name;

	/** @var string[] */
	private $lines;

	/** @var Node[] */
	private $tree;

	/** @var bool[] Line → whether a comment excuses it. */
	private $excused = array();

	/** @var string[] */
	public $complaints = array();

	public function __construct( string $folder, string $name ) {
		$code        = file_get_contents( "$folder/$name" );
		$this->name  = $name;
		$this->lines = explode( "\n", $code );
		$this->tree  = ( new ParserFactory() )->create( ParserFactory::PREFER_PHP7 )->parse( $code );
		$disabled    = false;
		foreach ( $this->lines as $number => $line ) {
			if ( preg_match( '/phpcs:(ignore|disable)/', $line ) && ! preg_match( '/phpcs:(ignore|disable) [\w.,\s]+ -- \S/', $line ) ) {
				$this->complain( $number + 1, 'an exception without a reason' );
			}
			$disabled                     = false !== strpos( $line, 'phpcs:disable' ) || ( $disabled && false === strpos( $line, 'phpcs:enable' ) );
			$this->excused[ $number + 1 ] = $disabled || false !== strpos( $line, 'phpcs:ignore' );
		}
	}

	public function check(): void {
		$code = implode( "\n", $this->lines );
		if ( ! preg_match( "/defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/", $code ) ) {
			$this->complain( 1, 'can be run without WordPress' );
		}
		if ( false === strpos( $code, "namespace AuthGate" ) ) {
			$this->complain( 1, 'is not in the namespace AuthGate' );
		}
		if ( count( $this->lines ) > 350 ) {
			$this->complain( 1, count( $this->lines ) . ' lines' );
		}
		$finder = new NodeFinder();
		foreach ( $finder->find( $this->tree, static function (): bool { return true; } ) as $node ) {
			$this->check_output( $node );
			$this->check_input( $node );
			$this->check_comparison( $node );
			$this->check_names( $node );
			$this->check_calls( $node );
			$is_table = $node instanceof Node\Stmt\Function_ && 'add_hooks' === $node->name->name; // One line per hook.
			if ( $node instanceof Node\FunctionLike && ! $is_table && $node->getEndLine() - $node->getStartLine() > 45 ) {
				$this->complain( $node->getStartLine(), 'a function of ' . ( $node->getEndLine() - $node->getStartLine() ) . ' lines' );
			}
		}
	}

	private function check_output( Node $node ): void {
		$printed = array();
		if ( $node instanceof Node\Stmt\Echo_ ) {
			$printed = $node->exprs;
		} elseif ( $node instanceof Expr\Print_ ) {
			$printed = array( $node->expr );
		} elseif ( $node instanceof Expr\FuncCall && 'printf' === self::called( $node ) ) {
			$printed = array_column( $node->args, 'value' );
		}
		foreach ( $printed as $expression ) {
			if ( ! $this->is_safe( $expression ) && ! $this->is_excused( $node ) ) {
				$this->complain( $expression->getStartLine(), 'printed without being escaped: ' . self::text( $expression ) );
			}
		}
	}

	private function is_safe( Expr $expression ): bool {
		if ( $expression instanceof Scalar\Encapsed ) {
			return false;
		}
		if ( $expression instanceof Scalar || $expression instanceof Expr\Cast\Int_ || $expression instanceof Expr\ClassConstFetch ) {
			return true;
		}
		if ( $expression instanceof Expr\BinaryOp\Concat ) {
			return $this->is_safe( $expression->left ) && $this->is_safe( $expression->right );
		}
		if ( $expression instanceof Expr\Ternary ) {
			return $expression->if && $this->is_safe( $expression->if ) && $this->is_safe( $expression->else );
		}
		return $expression instanceof Expr\FuncCall && in_array( self::called( $expression ), self::ESCAPES, true );
	}

	private function check_input( Node $node ): void {
		$names = array( '_GET', '_POST', '_REQUEST', '_COOKIE', '_SERVER', '_FILES' );
		if ( ! $node instanceof Expr\Variable || ! in_array( $node->name, $names, true ) || $this->is_excused( $node ) ) {
			return;
		}
		$line = $this->lines[ $node->getStartLine() - 1 ];
		if ( ! preg_match( '/isset\(|is_string\(|unset\(|sanitize_\w+\(|wp_unslash\(|\] = |=== /', $line ) ) {
			$this->complain( $node->getStartLine(), 'read without being sanitised: ' . trim( $line ) );
		}
	}

	private function check_comparison( Node $node ): void {
		if ( $node instanceof Expr\BinaryOp\Equal || $node instanceof Expr\BinaryOp\NotEqual ) {
			$this->complain( $node->getStartLine(), 'a loose comparison: ' . self::text( $node ) );
		}
		$loose = array( 'in_array' => 3, 'array_search' => 3, 'array_keys' => 3 );
		if ( $node instanceof Expr\FuncCall && isset( $loose[ self::called( $node ) ] ) && 2 === count( $node->args ) ) {
			$this->complain( $node->getStartLine(), 'a loose comparison: ' . self::text( $node ) );
		}
	}

	private function check_names( Node $node ): void {
		$first = array( 'add_option', 'update_option', 'get_option', 'set_transient', 'get_transient', 'do_action', 'apply_filters', 'wp_schedule_event', 'register_setting', 'wp_enqueue_script', 'wp_enqueue_style', 'update_user_meta', 'add_shortcode' );
		if ( ! $node instanceof Expr\FuncCall || ! in_array( self::called( $node ), $first, true ) || ! isset( $node->args[0] ) ) {
			return;
		}
		$names = ( new NodeFinder() )->findInstanceOf( array( $node->args[0] ), Scalar\String_::class );
		$reads = array( 'get_option', 'apply_filters' );
		if ( $names && 0 !== strpos( $names[0]->value, 'authgate' ) && ! in_array( self::called( $node ), $reads, true ) && ! $this->is_excused( $node ) ) {
			$this->complain( $node->getStartLine(), 'a name without our prefix: ' . self::text( $node ) );
		}
	}

	private function check_calls( Node $node ): void {
		if ( $node instanceof Expr\FuncCall && 'register_rest_route' === self::called( $node )
			&& false === strpos( ( new Standard() )->prettyPrintExpr( $node ), 'permission_callback' ) && ! $this->is_excused( $node ) ) {
			$this->complain( $node->getStartLine(), 'a route without permission_callback' );
		}
		if ( $node instanceof Expr\FuncCall && in_array( self::called( $node ), array( '__', '_e', '_x', '_n', 'esc_html__', 'esc_attr__', 'esc_html_e', 'esc_attr_e' ), true ) ) {
			$last = end( $node->args )->value;
			if ( ! $last instanceof Scalar\String_ || 'authgate' !== $last->value || ! $node->args[0]->value instanceof Scalar\String_ ) {
				$this->complain( $node->getStartLine(), 'cannot be translated: ' . self::text( $node ) );
			}
		}
		$queries = array( 'query', 'get_var', 'get_row', 'get_col', 'get_results' );
		if ( $node instanceof Expr\MethodCall && $node->var instanceof Expr\Variable && 'wpdb' === $node->var->name && $node->name instanceof Node\Identifier
			&& in_array( $node->name->name, $queries, true ) && ! self::is_prepared( $node->args[0]->value ) && ! $this->is_excused( $node ) ) {
			$this->complain( $node->getStartLine(), 'SQL that is not a constant, without a reason: ' . self::text( $node ) );
		}
	}

	/**
	 * Whether SQL has nothing but constants and WordPress's own table names in it, in prepare() or without.
	 */
	private static function is_prepared( Expr $sql ): bool {
		if ( $sql instanceof Expr\MethodCall && $sql->name instanceof Node\Identifier && 'prepare' === $sql->name->name ) {
			$sql = $sql->args[0]->value;
		}
		if ( ! $sql instanceof Scalar\Encapsed ) {
			return $sql instanceof Scalar\String_;
		}
		foreach ( $sql->parts as $part ) {
			if ( ! $part instanceof Scalar\EncapsedStringPart
				&& ! ( $part instanceof Expr\PropertyFetch && $part->var instanceof Expr\Variable && 'wpdb' === $part->var->name ) ) {
				return false;
			}
		}
		return true;
	}

	private function is_excused( Node $node ): bool {
		for ( $line = $node->getStartLine(); $line <= $node->getEndLine(); $line++ ) {
			if ( $this->excused[ $line ] ) {
				return true;
			}
		}
		return false;
	}

	private function complain( int $line, string $what ): void {
		$this->complaints[] = "$this->name:$line: $what";
	}

	private static function called( Expr\FuncCall $call ): string {
		return $call->name instanceof Node\Name ? $call->name->toString() : '';
	}

	private static function text( Node $node ): string {
		return substr( preg_replace( '/\s+/', ' ', ( new Standard() )->prettyPrintExpr( $node ) ), 0, 120 );
	}
}

/**
 * Compares what the header of the plugin and its readme.txt say.
 *
 * @param string $folder The plugin.
 * @return string[] Complaints.
 */
function check_headers( string $folder ): array {
	$complaints = array();
	$main       = file_get_contents( "$folder/authgate.php" );
	$readme     = file_get_contents( "$folder/readme.txt" );
	$header     = static function ( string $name, string $text ): string {
		return preg_match( '/^[ \t\/*#@]*' . preg_quote( $name, '/' ) . ':(.*)$/mi', $text, $match ) ? trim( $match[1] ) : '';
	};
	foreach ( array( 'Plugin Name', 'Description', 'Version', 'Requires at least', 'Requires PHP', 'Author', 'License', 'License URI', 'Text Domain', 'Domain Path' ) as $name ) {
		if ( '' === $header( $name, $main ) ) {
			$complaints[] = "authgate.php: no $name";
		}
	}
	foreach ( array( 'Tags', 'Requires at least', 'Tested up to', 'Requires PHP', 'Stable tag', 'License' ) as $name ) {
		if ( '' === $header( $name, $readme ) ) {
			$complaints[] = "readme.txt: no $name";
		}
	}
	$version = $header( 'Version', $main );
	$same    = array(
		'Stable tag'        => array( $version, $header( 'Stable tag', $readme ) ),
		'VERSION'           => array( $version, preg_match( "/const VERSION = '([^']+)'/", $main, $match ) ? $match[1] : '' ),
		'Requires at least' => array( $header( 'Requires at least', $main ), $header( 'Requires at least', $readme ) ),
		'Requires PHP'      => array( $header( 'Requires PHP', $main ), $header( 'Requires PHP', $readme ) ),
		'License'           => array( $header( 'License', $main ), $header( 'License', $readme ) ),
		'Text Domain'       => array( 'authgate', $header( 'Text Domain', $main ) ),
	);
	foreach ( $same as $name => list( $expected, $found ) ) {
		if ( $expected !== $found ) {
			$complaints[] = "$name: \"$expected\" and \"$found\" should be the same";
		}
	}
	if ( count( explode( ',', $header( 'Tags', $readme ) ) ) > 5 ) {
		$complaints[] = 'readme.txt: more than five tags';
	}
	foreach ( array( 'Description', 'Installation', 'Frequently Asked Questions', 'Changelog' ) as $section ) {
		if ( false === strpos( $readme, "== $section ==" ) ) {
			$complaints[] = "readme.txt: no section $section";
		}
	}
	if ( ! preg_match( '/^License URI:.*\n\s*\n(.{10,150})$/m', $readme ) ) {
		$complaints[] = 'readme.txt: the short description must be one line of at most 150 characters';
	}
	if ( ! preg_match( '/= ' . preg_quote( $version, '/' ) . '/', $readme ) ) {
		$complaints[] = "readme.txt: nothing about version $version in the changelog";
	}
	return $complaints;
}

$folder     = $argv[1];
$complaints = check_headers( $folder );
$files      = 0;
$odd        = array( '.git', '.DS_Store', 'composer.json', 'phpunit.xml', '.map' );
foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $folder, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
	$name = substr( $file->getPathname(), strlen( $folder ) + 1 );
	if ( '.' === $file->getFilename()[0] || in_array( $file->getFilename(), $odd, true ) ) {
		$complaints[] = "$name: does not belong into a plugin";
	}
	if ( 'php' === $file->getExtension() && 0 !== strpos( $name, 'languages/' ) ) {
		$source = new Source( $folder, $name );
		$source->check();
		$complaints = array_merge( $complaints, $source->complaints );
		++$files;
	}
}
echo $complaints ? implode( "\n", $complaints ) . "\n" : "check-plugin: $files files, nothing to complain about\n";
exit( $complaints ? 1 : 0 );
