<?php
/**
 * suite.php [TEST]: runs the unit tests on a PHP that can start no second process, which PHPUnit's own runner wants for
 * tests that define constants: those are only named here, and the caller runs each by itself.
 */

use PHPUnit\Framework\Assert;
use PHPUnit\Framework\TestCase;

// PHPUnit 9 has notices of its own on newer versions of PHP.
error_reporting( E_ALL & ~E_DEPRECATED );
require 'PHPUnit/Autoload.php';
require dirname( __DIR__ ) . '/unit/bootstrap.php';
foreach ( glob( dirname( __DIR__ ) . '/unit/*Test.php' ) as $file ) {
	require_once $file;
}

/**
 * All tests: name → class, method, name of the data, data.
 */
function tests(): iterable {
	foreach ( get_declared_classes() as $class ) {
		$reflection = new ReflectionClass( $class );
		if ( ! $reflection->isSubclassOf( TestCase::class ) || $reflection->isAbstract() ) {
			continue;
		}
		foreach ( $reflection->getMethods( ReflectionMethod::IS_PUBLIC ) as $method ) {
			if ( 0 === strpos( $method->getName(), 'test' ) ) {
				foreach ( PHPUnit\Util\Test::getProvidedData( $class, $method->getName() ) ?? array( '' => array() ) as $name => $data ) {
					yield "$class::{$method->getName()} $name" => array( $reflection, $method->getName(), (string) $name, $data );
				}
			}
		}
	}
}

$result = array( 'tests' => 0, 'assertions' => 0, 'failures' => array(), 'alone' => array() );
foreach ( tests() as $test => list( $class, $method, $name, $data ) ) {
	if ( isset( $argv[1] ) ? $argv[1] !== $test : false !== strpos( (string) $class->getDocComment(), '@runTestsInSeparateProcesses' ) ) {
		$result['alone'][] = $test;
		continue;
	}
	$case = $class->newInstance( $method, $data, $name );
	++$result['tests'];
	try {
		$case->runBare();
	} catch ( Throwable $failure ) {
		$result['failures'][] = "$test: " . get_class( $failure ) . " {$failure->getMessage()} at {$failure->getFile()}:{$failure->getLine()}";
	}
	$result['assertions'] += $case->getNumAssertions() ?: Assert::getCount();
	Assert::resetCount();
}
if ( isset( $argv[1] ) ) {
	$result['alone'] = array();
}
echo "\n", json_encode( $result, JSON_INVALID_UTF8_SUBSTITUTE ), "\n";
