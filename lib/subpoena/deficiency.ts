/** Why a served paper is not valid, or cannot be answered, or only in part. */
export type Deficiency = {
  /** For a list to choose from, and above its paragraph. */
  readonly title: string
  /** What the letter says unless a person wrote something else. It never says whether an account exists. */
  readonly paragraph: string
  /** Whether the requester can mend it; if not, the paper is rejected or referred. */
  readonly cureNeeded: boolean
  /** Whether what mends it is a new or amended paper, served again: then a new hold begins. */
  readonly restartsHold: boolean
}
