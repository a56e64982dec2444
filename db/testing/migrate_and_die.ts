/** Run by a test: brings a database to this version and ends itself by SIGKILL ahead of the statement it is told. */
import { openWriter } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { stepByStep } from './step_by_step.ts'

const [file = '', at = ''] = process.argv.slice(2)
const dying = stepByStep(openWriter(file), (step) => {
  if (step === Number(at)) process.kill(process.pid, 'SIGKILL')
})
await migrate(dying, file)
process.stdout.write('ended')
