// Validates every HTML file of a folder; prints what is wrong, and nothing where nothing is.
import { readdir, readFile } from 'node:fs/promises';
import { HtmlValidate } from 'html-validate';

const [folder] = process.argv.slice(2);
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Void elements are written with a slash and as the renderer likes.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // A region that is scrolled with the keyboard needs its role and label.
    'prefer-native-element': ['error', { exclude: ['group', 'region', 'status'] }],
  },
});
for (const file of (await readdir(folder)).sort()) {
  const report = await validator.validateString(await readFile(`${folder}/${file}`, 'utf8'));
  for (const { messages } of report.results) {
    for (const { line, column, ruleId, message } of messages) console.log(`${file}:${line}:${column} ${ruleId}: ${message}`);
  }
}
