/**
 * check.mjs VERSION FOLDER: compiles the plugin and runs its unit tests on one PHP. FOLDER is that of the PHP scripts.
 */
import { PHP } from '@php-wasm/universal';
import { loadNodeRuntime, useHostFilesystem } from '@php-wasm/node';

const [version, folder] = process.argv.slice(2);

/** Runs a script in a PHP of its own, and returns what the last line of its output says, which is JSON. */
async function php(script, ...args) {
	const instance = new PHP(await loadNodeRuntime(version, { emscriptenOptions: { processId: process.pid } }));
	useHostFilesystem(instance);
	const settings = ['include_path=.:/usr/share/php', 'opcache.enable_cli=1', 'memory_limit=512M', 'display_errors=1', 'log_errors=0'];
	const run = await instance.cli(['php', ...settings.flatMap((setting) => ['-d', setting]), `${folder}/${script}`, ...args]);
	let output = '';
	const decoder = new TextDecoder();
	for await (const part of run.stdout) {
		output += decoder.decode(part, { stream: true });
	}
	const lines = output.trimEnd().split('\n');
	try {
		return JSON.parse(lines.pop());
	} catch {
		throw new Error(`${script} ${args.join(' ')} ended early:\n${output}`);
	}
}

try {
	const compiled = await php('compile.php');
	const suite = await php('suite.php');
	for (const test of suite.alone) {
		const one = await php('suite.php', test);
		suite.tests += one.tests;
		suite.assertions += one.assertions;
		suite.failures.push(...one.failures);
	}
	const failures = [...compiled.failures, ...suite.failures];
	failures.forEach((failure) => console.log(failure));
	console.log(
		`PHP ${compiled.version}: ${compiled.files} files compiled, ${suite.tests} tests, ${suite.assertions} assertions, ${failures.length} failures`
	);
	process.exitCode = failures.length > 0 || compiled.files === 0 || suite.tests === 0 ? 1 : 0;
} catch (failure) {
	console.log(`PHP ${version}: ${failure.message}`);
	process.exitCode = 1;
}
process.exit();
